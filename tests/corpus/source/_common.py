"""Shared pieces of the cases: an empty gold record, exact amounts, and one source for a table row and its gold."""
import copy
import re
from decimal import Decimal

EMPTY = {
    "title": None, "kind": None, "year": None, "unit": None,
    "organisation": {"duties": None, "internal_departments": None,
                     "staff": {"authorised": None, "active": None, "retired": None, "retired_cadres": None, "contract": None}},
    "budget": {"original": None, "revised": None, "executed": None, "revenue": None, "execution_rate": None,
               "sources": {"general_public": None, "government_funds": None, "state_capital": None,
                           "social_insurance": None, "special_account": None, "other": None}},
    "spending": {"total": None, "basic": None, "personnel": None, "operating": None, "project": None,
                 "projects": None, "functions": None,
                 "three_public": {"total": None, "receptions": None, "vehicles": None, "abroad": None}},
    "evaluations": [],
    "self_assessment": {"score": None, "grade": None},
    "problems": None, "measures": None, "disclosure": None,
}

EVALUATION = {
    "title": None, "kind": None, "year": None, "subject": None, "unit": None, "supervisor": None,
    "funds": [], "goal": {"expected": None, "actual": None}, "indicators": [],
    "total_weight": None, "total_score": None, "grade": None, "conclusion": None, "problems": None, "measures": None,
}


def update(base, changes):
    for k, v in changes.items():
        if isinstance(v, dict) and isinstance(base.get(k), dict):
            update(base[k], v)
        else:
            assert k in base, k
            base[k] = v
    return base


def gold(**changes):
    return update(copy.deepcopy(EMPTY), changes)


def evaluation(**changes):
    return update(copy.deepcopy(EVALUATION), changes)


def plain(d):
    """A decimal as the int or float that JSON prints for it."""
    d = Decimal(d)
    return int(d) if d == d.to_integral_value() else float(d)


def wan(text, unit="万元"):
    """An amount as printed ("1,286.40") in万元."""
    k = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "万元": 1, "亿元": 10000}[unit]
    return plain(Decimal(text.replace(",", "").replace("，", "")) * k)


def num(text):
    """A printed weight, score or rate as a number; None for an empty cell or a dash."""
    s = text.strip()
    if s in ("", "—", "-", "/", "——"):
        return None
    m = re.fullmatch(r"([\d,]+(?:\.\d+)?)\s*(?:分|%|％)?", s)
    assert m, text
    return plain(m[1].replace(",", ""))


def clean(text):
    """A cell's text without its layout: line breaks and runs of blanks."""
    return re.sub(r"[ 　]{2,}", " ", re.sub(r"\s*\n\s*", "", text)).strip() or None


SIGN = {"≥": ">=", "≧": ">=", ">=": ">=", "大于等于": ">=", "不低于": ">=", "不少于": ">=", "≤": "<=", "≦": "<=",
        "<=": "<=", "小于等于": "<=", "不超过": "<=", "不高于": "<=", ">": ">", "＞": ">", "大于": ">", "<": "<",
        "＜": "<", "小于": "<", "=": "=", "＝": "=", "等于": "="}


def value(text, sign=None, unit=None):
    """A printed target or actual -> the four gold leaves. sign and unit: from columns of their own."""
    t = clean(text)
    out = {"text": t, "comparator": None, "value": None, "unit": None}
    if t is None:
        return out
    signs = "|".join(sorted(map(re.escape, SIGN), key=len, reverse=True))
    m = re.fullmatch(rf"({signs})?\s*([\d,]+(?:\.\d+)?)\s*([^\d\s，。；、]{{0,8}})", t)
    if m and not re.match(r"年|月|日", m[3] or ""):
        out["comparator"] = SIGN[m[1]] if m[1] else None
        out["value"] = plain(m[2].replace(",", ""))
        u = m[3]
        for tail, c in (("以上", ">="), ("以内", "<="), ("以下", "<=")):
            if u.endswith(tail) and not m[1]:
                u, out["comparator"] = u[:-2], c
        out["unit"] = {"％": "%"}.get(u, u) or None
    if out["value"] is not None:
        if sign:
            out["comparator"] = SIGN[sign]
        if unit:
            out["unit"] = unit
    return out


def ind(l1, l2, name, target, actual, weight="", score="", note="", sign=None, unit=None):
    """One indicator as printed. l1 may carry its weight and line breaks."""
    return dict(l1=l1, l2=l2, name=name, target=target, actual=actual, weight=weight, score=score, note=note,
                sign=sign, unit=unit)


def level(text):
    return re.sub(r"[（(]\s*\d+(?:\.\d+)?\s*分?\s*[)）]", "", clean(text))


def indicator(i):
    return {"level1": level(i["l1"]) if i["l1"] else None, "level2": level(i["l2"]) if i["l2"] else None,
            "name": clean(i["name"]),
            "target": value(i["target"], i["sign"], i["unit"]),
            "actual": value(i["actual"], None, i["unit"]),
            "weight": num(i["weight"]), "score": num(i["score"]), "note": clean(i["note"])}


def indicators(rows):
    return [indicator(i) for i in rows if i.get("target") or i.get("actual")]


def runs(rows, *keys):
    """For each row the length of the run of equal keys that starts there, or 0 inside a run."""
    out = []
    for n, r in enumerate(rows):
        k = tuple(r[x] for x in keys)
        if n and tuple(rows[n - 1][x] for x in keys) == k:
            out.append(0)
        else:
            m = n
            while m < len(rows) and tuple(rows[m][x] for x in keys) == k:
                m += 1
            out.append(m - n)
    return out


def indicator_rows(rows, cells, lead=None, span=1, l1_span=1, l2_span=1):
    """Table rows with merged level cells. cells(i) gives the cells after level 2; lead is a cell merged down the left
    over `span` extra rows above (the caller prints those)."""
    a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
    out = []
    for n, i in enumerate(rows):
        row = []
        if lead and n == 0:
            row.append({"t": lead, "rs": len(rows)})
        if a[n]:
            row.append({"t": i["l1"], "rs": a[n], "cs": l1_span})
        if b[n]:
            row.append({"t": i["l2"], "rs": b[n], "cs": l2_span})
        out.append(row + cells(i))
    return out


def fund(label, original, revised, executed, weight="", rate="", score="", unit="万元"):
    """A fund row as printed; None: the form has no such column."""
    return dict(label=label, original=original, revised=revised, executed=executed, weight=weight, rate=rate,
                score=score, unit=unit)


def funds(rows):
    amount = lambda r, k: None if r[k] is None or r[k].strip() in ("", "—", "-", "/") else wan(r[k], r["unit"])
    number = lambda r, k: None if r[k] is None else num(r[k])
    return [{"label": clean(r["label"]), "original": amount(r, "original"), "revised": amount(r, "revised"),
             "executed": amount(r, "executed"), "weight": number(r, "weight"), "rate": number(r, "rate"),
             "score": number(r, "score")} for r in rows]


def problem(text, category, cause=None):
    return {"text": text, "cause": cause, "category": category}


def measure(text, category):
    return {"text": text, "category": category}


def t1(name, supervisor, unit, fund_rows, expected, actual, rows, total, extra_rows=(), fund_unit="万元",
       lead="绩\n效\n指\n标", columns=("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
       ind_head=("一级指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分", "偏差原因分析\n及改进措施"),
       fund_head=None, goal_heads=("预期目标", "实际完成情况"), total_label="总分"):
    """The 2020 standard project form: nine columns."""
    out = [[{"t": "项目名称", "cs": 2}, {"t": name, "cs": 7}],
           [{"t": "主管部门", "cs": 2}, {"t": supervisor, "cs": 2}, {"t": "实施单位", "cs": 2}, {"t": unit, "cs": 3}],
           [{"t": fund_head or f"项目资金\n（{fund_unit}）", "cs": 2, "rs": len(fund_rows) + 1}, ""] + list(columns)]
    for r in fund_rows:
        out.append([{"t": r["label"], "left": True}, r["original"], r["revised"], r["executed"], r["weight"], r["rate"], r["score"]])
    out.append([{"t": "年度\n总体\n目标", "rs": 2}, {"t": goal_heads[0], "cs": 4}, {"t": goal_heads[1], "cs": 4}])
    out.append([{"t": expected, "cs": 4, "left": True}, {"t": actual, "cs": 4, "left": True}])
    body = indicator_rows(list(rows) + list(extra_rows),
                          lambda i: [{"t": i["name"], "left": True}, i["target"], i["actual"], i["weight"], i["score"],
                                     {"t": i["note"], "left": True}])
    head = [{"t": lead, "rs": len(body) + 1}] + list(ind_head)
    out += [head] + body
    out.append([{"t": total_label, "cs": 6}, total[0], total[1], ""])
    return out


T1_WIDTHS = [0.9, 1.7, 2.8, 3.4, 2.0, 2.0, 1.3, 1.5, 2.6]


def c(t, cs=1, rs=1, left=False, **k):
    return {"t": t, "cs": cs, "rs": rs, "left": left, **k}


def L(t, cs=1, rs=1, **k):
    return {"t": t, "cs": cs, "rs": rs, "left": True, **k}


def P(text, **k):
    return {"p": text, "style": "body", **k}


def H(text, level=0):
    return {"h": text, "level": level}


def T(text, **k):
    return {"p": text, "style": "title", **k}


def prob(text, category=None, cause=None):
    d = {"text": text, "cause": cause}
    if category:
        d["category"] = category
    return d


def meas(text, category=None):
    d = {"text": text}
    if category:
        d["category"] = category
    return d


def drop(g, *paths):
    """Leave leaves out of gold: 'budget.revised', 'evaluations.0.funds.1.rate'."""
    for path in paths:
        x = g
        *head, last = [int(k) if k.isdigit() else k for k in path.split(".")]
        for k in head:
            x = x[k]
        del x[last]
    return g



def cells_of(i, cols):
    """Cells of an indicator row in the form's own order: cols are keys of the row; names and notes stand left."""
    return [L(i[k]) if k in ("name", "note", "rule", "basis") else i[k] for k in cols]


def form(rows, cols, heads, l1=True, l2=True, lead=None, lead_rows=0):
    """Header row and indicator rows: level cells merged, then cols. l1/l2 False: the form has no such column."""
    body = indicator_rows(rows, lambda i: cells_of(i, cols))
    if not l2 or not l1:
        for n, (r, i) in enumerate(zip(body, rows)):
            pass
        a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
        body = [([c(i["l1"], 1, a[n])] if l1 and a[n] else []) + ([c(i["l2"], 1, b[n])] if l2 and b[n] else []) + cells_of(i, cols)
                for n, i in enumerate(rows)]
    return ([list(heads)] if heads else []) + body


def I(l1, l2, name, target, actual, weight="", score="", note="", sign=None, unit=None, **extra):
    return dict(ind(l1, l2, name, target, actual, weight, score, note, sign, unit), **extra)
