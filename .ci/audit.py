"""Known holes in the installed dependencies, by pip-audit. Exit status 1 for a hole.

A service that cannot be reached is said and does not fail the run: the answer then depends on the network, not on the
project.
"""

from __future__ import annotations

import json
import subprocess
import sys


def audited() -> list[dict[str, object]] | None:
    """What pip-audit says of each installed package; None if it could not ask anyone."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--local",
        "--skip-editable",
        "--progress-spinner=off",
        "--format=json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    try:
        told: list[dict[str, object]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        print((done.stderr.strip().splitlines() or ["pip-audit gave no answer"])[-1])
        return None
    return told


def main() -> int:
    """Print what was found; the exit status."""
    told = audited()
    known = [package for package in told or [] if "vulns" in package]
    if not known:
        print("NOT CHECKED: the vulnerability service could not be reached or knows none of the packages.")
        return 0
    holes = [(package, hole) for package in known for hole in package["vulns"]]  # type: ignore[attr-defined]
    for package, hole in holes:
        fixed = ", ".join(hole["fix_versions"]) or "no release yet"
        print(f"{package['name']} {package['version']}: {hole['id']}, mended in {fixed}")
    unknown = len(told or []) - len(known)
    print(f"{len(known)} packages checked, {len(holes)} known holes, {unknown} packages the service does not know.")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
