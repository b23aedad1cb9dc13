/** `FLCP` in ASCII: says whose file this is. */
export const APPLICATION_ID = 0x464c4350

/** The journal: the source of truth. One chain per till, append-only, gapless. */
const JOURNAL = `
CREATE TABLE event (
  stall TEXT NOT NULL CHECK (length(stall) BETWEEN 1 AND 4),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  payload TEXT NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (stall, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_never_leaves BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_in_order BEFORE INSERT ON event
WHEN NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM event WHERE stall = NEW.stall), 0)
  OR (NEW.seq > 1 AND NEW.prev IS NOT (SELECT hash FROM event WHERE stall = NEW.stall AND seq = NEW.seq - 1))
BEGIN SELECT RAISE(ABORT, 'the journal is gapless'); END;
`

/** Names and indicators: outside the journal, erasable. */
const IDENTITY = `
CREATE TABLE person (
  cohort TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  sex TEXT,
  birth_year TEXT CHECK (birth_year IN ('unknown', 'no_answer') OR (length(birth_year) = 4 AND birth_year BETWEEN '1900' AND '2199')),
  territory TEXT, schooling TEXT, status TEXT, prescriber TEXT, project_idea TEXT, public_type TEXT, image_right TEXT,
  PRIMARY KEY (cohort, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE former_name (
  cohort TEXT NOT NULL, code TEXT NOT NULL, commitment TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (cohort, code, commitment)
) STRICT, WITHOUT ROWID;
`

/** Which till this file is: the one thing that two tills' files of the same events do not have in common. */
const DEVICE = `
CREATE TABLE device (id INTEGER PRIMARY KEY CHECK (id = 1), till TEXT NOT NULL CHECK (till GLOB '[A-Z]')) STRICT;
`

/** Everything below is computed from the journal, in the same transaction. */
const PROJECTIONS = `
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY CHECK (id = 1), coop TEXT NOT NULL, created_at TEXT NOT NULL,
  training TEXT -- who practises here; NULL in a ledger of real sales
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rate_table (valid_from TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE cohort (
  code TEXT PRIMARY KEY COLLATE NOCASE, name TEXT NOT NULL, template TEXT NOT NULL,
  place TEXT, sector TEXT, product_line TEXT, public TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'archived')), seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE venue (
  cohort TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (cohort, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE cohort_day (
  cohort TEXT NOT NULL, day TEXT NOT NULL, label TEXT NOT NULL,
  am_minutes INTEGER NOT NULL CHECK (am_minutes BETWEEN 0 AND 720),
  pm_minutes INTEGER NOT NULL CHECK (pm_minutes BETWEEN 0 AND 720),
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (cohort, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
  cohort TEXT NOT NULL, code TEXT NOT NULL, commitment TEXT NOT NULL, contract_signed TEXT,
  payable INTEGER NOT NULL CHECK (payable IN (0, 1)), payable_reason TEXT, joined_on TEXT, left_on TEXT,
  PRIMARY KEY (cohort, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE attendance (
  cohort TEXT NOT NULL, day TEXT NOT NULL, half TEXT NOT NULL CHECK (half IN ('am', 'pm')),
  participant TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('P', 'R', 'D', 'AJ', 'AI', 'NC', 'X')),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 720), reason TEXT, sheet TEXT,
  PRIMARY KEY (cohort, day, half, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, day TEXT NOT NULL, label TEXT NOT NULL,
  category TEXT NOT NULL, supplier TEXT, voucher TEXT, paid_by TEXT NOT NULL,
  charged_to TEXT NOT NULL CHECK (charged_to IN ('activity', 'programme')),
  session INTEGER, amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999),
  voided_by TEXT, void_reason TEXT,
  -- The closed period of the amendment that added it or took it out; it is in the figures of no other period.
  corrects INTEGER
) STRICT;
CREATE INDEX cost_of_cohort ON cost (cohort, day);
CREATE INDEX cost_of_session ON cost (session) WHERE session IS NOT NULL;
CREATE TABLE cost_amount (
  cost INTEGER NOT NULL, position INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999),
  vat_rate_per_mille INTEGER NOT NULL CHECK (vat_rate_per_mille BETWEEN 0 AND 1000),
  vat_cents INTEGER NOT NULL CHECK (vat_cents BETWEEN 0 AND 999999999),
  PRIMARY KEY (cost, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  cohort TEXT NOT NULL, code TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL,
  price_cents INTEGER NOT NULL CHECK (price_cents BETWEEN 0 AND 1000000),
  vat_rate_per_mille INTEGER CHECK (vat_rate_per_mille BETWEEN 0 AND 1000),
  key TEXT, kind TEXT NOT NULL CHECK (kind IN ('goods', 'service')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (cohort, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE product_alias (
  cohort TEXT NOT NULL, alias TEXT NOT NULL COLLATE NOCASE, product TEXT NOT NULL, PRIMARY KEY (cohort, alias)
) STRICT, WITHOUT ROWID;
-- Sums of what was noted and sold, of all tills, so that reading what is left reads one row.
CREATE TABLE product_stock (
  cohort TEXT NOT NULL, product TEXT NOT NULL COLLATE NOCASE,
  produced INTEGER NOT NULL DEFAULT 0, found INTEGER NOT NULL DEFAULT 0, sold INTEGER NOT NULL DEFAULT 0,
  given INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0,
  sold_out INTEGER NOT NULL DEFAULT 0 CHECK (sold_out IN (0, 1)),
  PRIMARY KEY (cohort, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE stock_move (
  stall TEXT NOT NULL, seq INTEGER NOT NULL, cohort TEXT NOT NULL, product TEXT NOT NULL COLLATE NOCASE,
  day TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason IN ('produced', 'given', 'lost', 'found')),
  quantity INTEGER NOT NULL CHECK (quantity >= 1), note TEXT, PRIMARY KEY (stall, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_move_of_product ON stock_move (cohort, product);

CREATE TABLE till_session (
  number INTEGER PRIMARY KEY, stall TEXT NOT NULL, cohort TEXT NOT NULL, day TEXT NOT NULL, opened_at TEXT NOT NULL,
  float_cents INTEGER NOT NULL CHECK (float_cents BETWEEN 0 AND 999999999),
  venue TEXT, after_z INTEGER NOT NULL CHECK (after_z IN (0, 1)), z INTEGER
) STRICT;
CREATE INDEX open_session ON till_session (stall, day) WHERE z IS NULL;
CREATE INDEX session_of_cohort ON till_session (cohort, day);
CREATE INDEX session_of_day ON till_session (stall, day);
CREATE TABLE cash_move (
  session INTEGER NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999), reason TEXT NOT NULL,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE cash_count (
  session INTEGER NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL,
  expected_cents INTEGER NOT NULL, counted_cents INTEGER NOT NULL CHECK (counted_cents BETWEEN 0 AND 999999999),
  difference_cents INTEGER NOT NULL, reason TEXT, pieces TEXT, tenders TEXT, last_ticket INTEGER,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE z (
  number INTEGER NOT NULL, stall TEXT NOT NULL, session INTEGER NOT NULL, cohort TEXT NOT NULL, day TEXT NOT NULL,
  seq INTEGER NOT NULL, body TEXT NOT NULL, month TEXT, PRIMARY KEY (stall, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX z_of_cohort ON z (cohort, day);
CREATE INDEX z_to_close ON z (stall, day) WHERE month IS NULL;
-- The year is that of the yearly closing which a monthly one is in.
CREATE TABLE till_closing (
  stall TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('month', 'year')), period TEXT NOT NULL,
  seq INTEGER NOT NULL, body TEXT NOT NULL, year TEXT, PRIMARY KEY (stall, scope, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale (
  stall TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), cohort TEXT NOT NULL, session INTEGER,
  day TEXT NOT NULL, at TEXT NOT NULL, key TEXT, content TEXT, seller TEXT,
  total_cents INTEGER NOT NULL CHECK (total_cents BETWEEN -99999999 AND 99999999),
  discount_cents INTEGER NOT NULL CHECK (discount_cents BETWEEN 0 AND 1000000),
  tip_cents INTEGER NOT NULL CHECK (tip_cents BETWEEN -1000000 AND 1000000),
  change_cents INTEGER NOT NULL CHECK (change_cents BETWEEN 0 AND 1000000),
  recap INTEGER NOT NULL CHECK (recap IN (0, 1)), reference TEXT, voided_by TEXT, void_reason TEXT,
  lines TEXT NOT NULL, payments TEXT NOT NULL, unrated INTEGER NOT NULL CHECK (unrated IN (0, 1)),
  refund_of INTEGER, refund_reason TEXT, repaid INTEGER NOT NULL DEFAULT 0 CHECK (repaid >= 0),
  PRIMARY KEY (stall, number),
  -- Only a refund goes below zero, and it does nothing else.
  CHECK (iif(refund_of IS NULL, total_cents >= 0 AND tip_cents >= 0, total_cents <= 0 AND tip_cents <= 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_of_cohort ON sale (cohort, day);
CREATE INDEX sale_of_session ON sale (session) WHERE session IS NOT NULL;
CREATE INDEX recap_of_cohort ON sale (cohort, day) WHERE session IS NULL;
CREATE INDEX sale_without_rate ON sale (session) WHERE unrated = 1;
CREATE INDEX refund_of_sale ON sale (stall, refund_of) WHERE refund_of IS NOT NULL;
CREATE UNIQUE INDEX sale_by_key ON sale (key, stall) WHERE key IS NOT NULL;
CREATE INDEX sale_by_reference ON sale (cohort, reference) WHERE reference IS NOT NULL;
-- A ticket is written in one row, lines and payments as the journal has them; queries read them through these views.
-- A line sold before anybody said the VAT rate has its product's, until the Z fixes it.
CREATE VIEW sale_line AS
SELECT sale.stall AS stall, sale.number AS number, line.key + 1 AS line, line.value ->> 'product' AS product,
  line.value ->> 'label' AS label, line.value ->> 'quantity' AS quantity,
  line.value ->> 'unitPriceCents' AS unit_price_cents, line.value ->> 'totalCents' AS total_cents,
  coalesce(line.value ->> 'vatRatePerMille', (SELECT vat_rate_per_mille FROM product
    WHERE product.cohort = sale.cohort AND product.code = line.value ->> 'product')) AS vat_rate_per_mille,
  line.value ->> 'kind' AS kind, coalesce(line.value ->> 'free', 0) AS free
FROM sale, json_each(sale.lines) AS line;
CREATE VIEW payment AS
SELECT sale.stall AS stall, sale.number AS number, part.key + 1 AS position, part.value ->> 'method' AS method,
  part.value ->> 'amountCents' AS amount_cents, part.value ->> 'tenderedCents' AS tendered_cents
FROM sale, json_each(sale.payments) AS part;

-- Where the money went: a payout's parts are the journal's own, read through the view.
CREATE TABLE bank_withdrawal (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, day TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999), voucher TEXT, label TEXT
) STRICT;
CREATE INDEX withdrawal_of_cohort ON bank_withdrawal (cohort, day);
CREATE TABLE deposit (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, day TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'cheque')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999),
  fee_cents INTEGER NOT NULL CHECK (fee_cents BETWEEN 0 AND amount_cents), cost INTEGER, count INTEGER,
  voucher TEXT, label TEXT
) STRICT;
CREATE INDEX deposit_of_cohort ON deposit (cohort, day);
CREATE UNIQUE INDEX deposit_of_cost ON deposit (cost) WHERE cost IS NOT NULL;
CREATE TABLE cost_payment (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, cost INTEGER NOT NULL, day TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999), voucher TEXT, label TEXT
) STRICT;
CREATE INDEX payment_of_cohort ON cost_payment (cohort, day);
CREATE INDEX payment_of_cost ON cost_payment (cost);
CREATE TABLE cost_refund (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, who TEXT NOT NULL, day TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents BETWEEN 1 AND 999999999), voucher TEXT, label TEXT
) STRICT;
CREATE INDEX refund_of_cohort ON cost_refund (cohort, who);
CREATE TABLE payout (
  number INTEGER PRIMARY KEY, cohort TEXT NOT NULL, period INTEGER NOT NULL, day TEXT NOT NULL,
  voucher TEXT, label TEXT, payments TEXT NOT NULL
) STRICT;
CREATE INDEX payout_of_cohort ON payout (cohort, day);
CREATE VIEW payout_part AS
SELECT payout.number AS number, payout.cohort AS cohort, payout.day AS day,
  part.value ->> 'participant' AS participant, part.value ->> 'amountCents' AS amount_cents
FROM payout, json_each(payout.payments) AS part;

CREATE TABLE clock_step (
  stall TEXT NOT NULL, seq INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (stall, seq)
) STRICT, WITHOUT ROWID;
-- What a cohort's books are read from. Place: in the order of the journal, which of several tills is the canonical
-- one, whatever their clocks say. Late: recorded when nothing of the cohort was left to close.
CREATE TABLE money_event (
  place INTEGER PRIMARY KEY, cohort TEXT NOT NULL, stall TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
  late INTEGER NOT NULL CHECK (late IN (0, 1))
) STRICT;
CREATE INDEX money_event_of_cohort ON money_event (cohort);
CREATE TABLE closing (
  cohort TEXT NOT NULL, period INTEGER NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL,
  stall TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (cohort, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE correction (
  cohort TEXT NOT NULL, period INTEGER NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL,
  stall TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (cohort, period, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE import (
  cohort TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, seq INTEGER NOT NULL, rows INTEGER NOT NULL,
  added INTEGER NOT NULL, PRIMARY KEY (cohort, kind, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE export (
  stall TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, cohort TEXT NOT NULL, format TEXT NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT NOT NULL, entries INTEGER NOT NULL CHECK (entries >= 1), rows INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64), file TEXT, PRIMARY KEY (stall, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE reversed (stall TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (stall, seq)) STRICT, WITHOUT ROWID;
`

/** Of costs: an amendment is the one way in after a close. */
const NOT_CORRECTED = 'NEW.corrects IS NULL AND '

/**
 * The second wall behind the decisions: nothing enters or changes in a closed period. For new sales it
 * stands in their projection, once a statement: a trigger a row would cost an import a tenth of its time.
 */
const CLOSED_PERIODS = [
  closedPeriodTrigger('cost', 'INSERT', NOT_CORRECTED),
  closedPeriodTrigger('cost', 'UPDATE', NOT_CORRECTED),
  closedPeriodTrigger('till_session', 'INSERT'),
  closedPeriodTrigger('till_session', 'UPDATE'),
  closedPeriodTrigger('sale', 'UPDATE'),
].join('\n')

function closedPeriodTrigger(table: string, verb: string, only = ''): string {
  return `CREATE TRIGGER ${table}_${verb.toLowerCase()}_in_open_period BEFORE ${verb} ON ${table}
WHEN ${only}EXISTS (SELECT 1 FROM closing WHERE cohort = NEW.cohort AND NEW.day BETWEEN from_day AND until_day)
BEGIN SELECT RAISE(ABORT, 'the period is closed'); END;`
}

/** `MIGRATIONS[n]` takes a ledger from version n to n + 1. Released ones are never edited. */
export const MIGRATIONS: readonly string[] = [
  JOURNAL + IDENTITY + DEVICE + PROJECTIONS + CLOSED_PERIODS,
]

/** The tables that a replay of the journal must rebuild exactly, each with its whole content ordered by key. */
export const PROJECTED_TABLES = [
  'ledger',
  'setting',
  'rate_table',
  'cohort',
  'venue',
  'cohort_day',
  'participant',
  'attendance',
  'cost',
  'cost_amount',
  'product',
  'product_alias',
  'product_stock',
  'stock_move',
  'till_session',
  'cash_move',
  'cash_count',
  'z',
  'till_closing',
  'sale',
  'bank_withdrawal',
  'deposit',
  'cost_payment',
  'cost_refund',
  'payout',
  'clock_step',
  'money_event',
  'closing',
  'correction',
  'import',
  'export',
  'reversed',
] as const
