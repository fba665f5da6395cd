"""Every number that the PDF reader was tuned with: its unit, what it is for, and what it was chosen on.

Chosen by hand on the made documents of tests/corpus, samples and tests/readers/pdf_files. In brackets: the lowest and the
highest value with which, all others kept, each of these is read as today, and the first that is not with less or more
(b18.txt: the text of b18; form, long, level, cut and rules: the PDFs of tests/readers). A * is no document: a fifth, or five
times, of the number changes nothing. Without brackets that is so on both sides: the number is for files that the corpus has
none of, and the cases of tests/readers hold it, if anything does.

A pitch is the distance between the baselines of two lines of one wrapped cell. A form is a table with a row of headings;
lines that make no form may still make a small table.

`python -m tests.readers.tuning_ranges NAME` measures the range, from the number as it stands.
"""

# Characters
MIN_FONT_SIZE = 1.5  # points: smaller characters are not meant to be seen [*; 6.94 d02]
DIRECTION_SAMPLE = 24  # characters of a page whose direction is asked; if one of them is turned, all are
WATERMARK_SIZE = 1.8  # times the usual font size: larger ones may be a watermark, and their direction is asked
MAX_SLANT = 0.05  # rise of a line over its run: steeper text is a watermark or stamp
UNMAPPED_STEP = 6  # one in so many characters is asked whether its font says which it is; if not, all are
ASCENT = 0.88  # font sizes that a character's box reaches above its baseline [*; 2.75 g02]
DESCENT = 0.2  # font sizes that it reaches below
MIDDLE_HEIGHT = 0.34  # font sizes from its baseline up to a character's middle, which decides on its cell [*; 1.06 g04]

# Lines as drawn
MAX_NESTING = 12  # forms (reused drawings) inside each other that are looked into
MAX_THICKNESS = 3.0  # points: a thinner path is a line, a thicker one an area
STRAIGHT = 1.0  # points that the ends of a straight line, or the corners of a box, may be off
SCAN_SHARE = 0.25  # of the page: a picture over more may be a scan, which a note says if there is no text

# Rulings and grids
SAME_RULING = 1.5  # points between pieces that lie on one line [*; 5.81 g09]
TOUCHING = 2.0  # points by which the ends of lines that meet may miss each other
MAX_DASH = 6.0  # points of a dash, and between two dashes of one line
MIN_DASHES = 4  # dashes that make a line; fewer are hyphens or a small drawing
MIN_RULING = 5.0  # points: a shorter line is no ruling [*; 15.6 h10]
MAX_RULINGS = 4000  # on a page: more are a drawing, and no table is looked for
DOUBLE_RULING = 4.5  # points between the two strokes of a double line [*; 12.4 g04]
OPEN_SIDE = 10.0  # points that rulings stick out behind the last that crosses them, where the outer border is missing

# Lines of text
SAME_LINE = 0.4  # font sizes between baselines of one line; a superscript hangs a third higher [0.168 form; 0.8 form]
DOUBLE_PRINT = 0.3  # of a character's width: the same character so near is its fake bold [*; 0.938 form]
OVERPRINT = -0.05  # points, as a gap: characters that overlap less only touch
BLANK_GAP = 0.22  # font sizes: a gap between Latin characters that is read as a blank
WIDE_GAP = 1.2  # font sizes: a gap between any characters that is read as a blank, as behind a label [1 g04; 2.85 c11]

# Columns by white
LETTER_GAP = 0.3  # font sizes: a narrower gap is part of the text [0.28 form; 0.354 b14]
COMMON_GAP = 0.45  # font sizes: a gap that stays white over many rows parts columns if it is this wide [*; 0.9 b18.txt]
COLUMN_GAP = 1.4  # font sizes: a gap that parts columns in a single row [1.31 b14; 1.68 form]
MANY_LINES = 4  # lines of a row over which a narrow gap has to stay white to part its cells
HEADING_CELLS = 4  # texts in a row that begins a group of aligned rows: its headings [4 b03; 4 b11]
SPAN_COST = 0.5  # points of bad alignment that one more column under a loose cell is worth [0.457 form; 0.5 e02.txt]
CELL_PADDING = 6.0  # points of white between a cell's side and its text [3.16 e02.txt; 6 e02.txt]
MISPLACED = 40.0  # points of bad alignment of a loose text, at most [20 g10.txt; *]
EDGE_REACH = 0.5  # font sizes between a column's edge and the gap in another row that it is the same as
CENTRED_ROW = 3.0  # half font sizes: a row's only text, if its middle is so near the row's, covers all columns [2.14 h10.txt; 3.9 j08.txt]

# Tables between horizontal rulings
RULING_SHARE = 0.3  # of the page's width that a table's rulings reach over [*; 0.713 b16]
MIN_RULINGS = 4  # rulings that make such a table [*; 5 b11]
SAME_PLACE = 3.0  # points between places that are one: of rulings, table edges, running heads [0.774 f06; 4.8 b18.txt]
TITLE_SIZE = 1.25  # times the usual font size: a larger text is a title between two tables [1.04 b11; *]
PROSE_SIZE = 1.06  # times the usual font size: full lines in larger letters are prose between two tables
WHITE_ABOVE = 1.2  # font sizes of white above a text between two tables, which no cell has
UNEVEN_WHITE = 0.8  # font sizes that it must have more of above than below
CLEAR_WHITE = 2.2  # font sizes of white around a text without columns between two tables [0.518 h11; *]
MAX_EMPTY_ROW = 3.0  # font sizes between two rulings with nothing between them that are of one table

# Running heads and page numbers
HEAD_SHARE = 0.11  # of the page's height, at its upper and lower edge, where they stand
HEAD_POINTS = 85.0  # points there, if that is more [47.2 cut; *]
HEAD_LINES = 3  # lines at each edge, at most
HEAD_SIZE = 10.6  # points: a larger line on several pages is the title of a form [10.1 h08; 15.9 e07]
CLEAR_OF_TEXT = 0.75  # font sizes of white around a bare page number

# Forms without rulings: where they are
ROW_PITCH = 3.4  # font sizes between the baselines of two lines of one form, at most [3.05 b03; 3.72 c11]
USUAL_PITCH = 1.45  # font sizes between the lines of a wrapped cell where they do not show it [1.44 c08; 1.56 b14]
OTHER_SIZE = 1.13  # times the usual font size: a larger line is a title or another paragraph [1.05 e08; 1.24 12]
HEADING_WIDTH = 12.0  # font sizes of a heading, at most [9.23 b18.txt; *]
PROSE_SHARE = 0.45  # of a form's width: a longer line without columns is prose [0.346 h10.txt; 0.675 g10.txt]
PROSE_GAP = 0.6  # font sizes of white that no line of prose has [*; 1.43 form]
FLUSH = 2.5  # font sizes from a table's left side where such a line begins [*; 7.81 h08.txt]
SAME_ROW = 0.8  # pitches: lines closer than that stand in different cells of one row [0.615 b03; 0.858 b14]
OUTSIDE_PITCH = 1.1  # pitches between a form and a lone text at its end that is not part of it [1.01 h08.txt; *]
MIN_PITCH = 1.05  # font sizes between two lines of a wrapped cell, at least [*; 1.26 h08.txt]
MAX_PITCH = 2.0  # font sizes between them, at most [1.33 h08.txt; 2.4 b14]
SAME_PITCH = 0.05  # font sizes between two distances that are one pitch
MAX_VOTES = 4  # lines that agree on a pitch and are counted: more of them show no more
MIN_ROWS = 3  # rows with several columns that make a table [3 b03.txt; 3 b03.txt]
TABLE_MARGIN = 2.0  # points of a table's sides to the left and right of its text [1.05 h10.txt; 2 e02.txt]

# Forms without rulings: their rows
SAME_BASELINE = 0.3  # font sizes between baselines of texts on one height [0.2 h01.txt; 0.57 long]
WRAPPED = 1.15  # pitches between two lines of one cell, at most [1.14 c08; 1.49 long]
MAX_CELL_LINES = 14  # lines of a cell, at most [6 g10.txt; *]
NEW_ROW = 0.9  # pitches between two rows, at least, where no column holds values [0.5 c11; 0.984 c11]
NEW_ROW_BESIDE_VALUES = 1.5  # pitches between a row and one without a value of its own [1 e02.txt; 5.81 h10.txt]
NEW_ROW_ALONE = 0.5  # pitches, if several texts of that row are not wrapped [0.16 form; 0.95 e02.txt]
WIDE_ROW_GAP = 1.8  # usual distances of two rows between which one more has room [*; 3.6 e02.txt]
ROW_ROOM = 0.7  # usual distances that it needs to either of them [0.5 g10.txt; 0.84 b18.txt]
VALUE_SHARE = 0.8  # of a column's texts that are values, to make its lines the rows [0.78 form; 0.818 b03]
SKIP_COST = 0.6  # font sizes of bad centring that a row without a label is worth [0.6 g10.txt; 0.84 g10.txt]
SKIP_LAST_COST = 0.4  # the same of the last row, which may be a total [0.38 e02.txt; 0.76 b18.txt]
SKIP_FIRST_COST = 0.2  # the same of a first row of headings [0.133 e02.txt; 0.475 e02.txt]
LINE_COST = 0.1  # font sizes that one more line in a cell is worth: rather more cells [0.0526 long; 0.14 h01.txt]
MERGE_COST = 0.2  # font sizes that one more row under a label is worth: rather more labels [*; 0.2 g10.txt]
LABEL_ROOM = 0.6  # pitches by which a label may be higher than its rows [0.429 form; 0.96 g10.txt]
NEAR_ANCHOR = 0.35  # font sizes from its row's height at which a cell of one row stands, at most [*; 0.63 e02.txt]
ASTRAY = 1.2  # font sizes from the middle of its rows at which a label stands, at most [1 g10.txt; 1.29 g10.txt]
OFF_CENTRE = 0.3  # pitches off the middle of its own row that make a label one over two rows [*; 0.57 form]
FULL_LINE = 8.0  # font sizes of a loose text that may go on in the next line [8 h10.txt; 16 h10.txt]
SAME_START = 0.5  # font sizes between the left ends of texts that begin at one place
LINE_END_SLACK = 1.5  # font sizes by which its next line may be longer [0.545 form; 1.95 e02.txt]

# Small tables without rulings
TABLE_PITCH = 2.6  # font sizes between the baselines of two lines of one table, at most [1.73 11; 3.64 b03.txt]
FILLED_SHARE = 0.6  # of a table's rows that have several columns, of a column's cells that are values [*; 0.96 11]
HEADING_SHARE = 0.55  # of a table's width: a wider text is a heading over several columns
COLUMN_REACH = 2.0  # font sizes to the side of a text where the next line of its cell may stand

# Tables over page breaks
FOOT_SHARE = 0.16  # of the page's height between a table and the foot of the text, if it goes on
NEXT_ROW_ROOM = 12.0  # points more than its next row is high, if that is more
WORD_END = 2  # characters below a break under a full cell: so few are the end of a word [1 e09; 3 e09]
CUT_TOP = 0.6  # lines of white above a text that goes on behind a break, at most
CUT_BELOW = 1.5  # lines of white more below it, at least

# Paragraphs
INDENT = 1.1  # font sizes right of the margin that make an indent [*; 1.98 11]
LINE_SLACK = 0.7  # font sizes that a line may leave although the next word would have fitted [0.685 i07; 0.84 c08]
PARAGRAPH_PITCH = 1.45  # times the usual pitch: a wider one begins a paragraph [1.25 i07; *]
MAX_TEXT_PITCH = 4.0  # font sizes: a wider pitch is a gap and says nothing of the usual one [2.11 d08; *]
STRAY_END = 1.5  # font sizes over the right margin that one line alone may reach [1.49 h06; 4.12 d08]
RIGHT_PART = 0.35  # of the text's width: a line that begins behind it is a date or a signature [*; 0.7 b21]
SAME_MIDDLE = 1.5  # points between the middles of two centred lines [0.429 c22; *]
PAGE_MIDDLE = 0.1  # of the page's width that these may be off its middle
