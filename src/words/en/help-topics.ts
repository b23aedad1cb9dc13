import type { HelpWords } from './help.ts'

/** What is worth a page of its own. */
export const topics: HelpWords['topics'] = {
  'sale-line': `A sale is one line: what, then changes, then how it is paid.

  [quantity] product[@price] [free] …  [off 10%] [total 5] [tip 1] [by P03]  [cash|card|cheque|transfer [amount]] …

  2 cookie 1 brownie card            two cookies and a brownie, by card
  3k b cash 10                       3 of key k, 1 of key b, 10 given: change is computed
  2 cookie 1 coffee card 2 cash 5    two means of payment
  cookie@1.20 card                   another price (two decimals, or €)
  2 cookie brownie free card         the brownie is free
  2 cookie off 10% cash              a discount on the whole sale
  60x cookie cash                    more than 50 needs the x

Products are known by code, other word or key, whatever the case, accents or a plural s. Nothing is ever corrected.

flashcoop sell takes one line; flashcoop till sell takes them one after the other, while the market lasts.
`,
  'exit-codes': `  0    done, or nothing to list
  1    refused by a rule, or a check found something; nothing written
  2    not understood: command, option, name, sale line
  3    the period is closed
  4    the ledger is not whole
  5    the ledger file cannot be used; nothing written
  70   a defect of flashcoop
  75   outcome unknown: it may be recorded
  78   this Node.js is too old
  130  interrupted
`,
  formats: `Every list and report takes:
  --csv                       for French Excel: ; decimal comma, UTF-8 with BOM, French headers
  --csv --csv-profile standard  for programs: , decimal point, English headers
  --json                      arrays and objects, money in cents
  --format md|jsonl|table     other forms
  -o FILE                     into a file, never over another without --force
A cohort's entries leave for accounting software by flashcoop export fec, sage-cae or hledger.
Imports take CSV with French or English headers, and ; , or TAB. Files that flashcoop wrote can be read back.
sale import also reads the export of a card terminal (SumUp, Zettle), known by its titles: transaction or receipt, date,
total. What is recorded already is found by amount and time; -n shows it all and records nothing.
`,
  distribution: `The result is shared by a rule that the group votes.

  equal       the same for everybody (usual)
  half-days   by half-days present
  hours       by hours present
  weights     by weights given by hand: --weights P01:2 P02:1

The split is to the cent: each gets the whole cents of the exact share, and the cents left go to the largest fractions;
ties go to the larger weight, then to the first code. A part may be kept before (--reserve). Who may not be paid gets
nothing, and that share goes to the others. In a loss nobody owes anything.
The pay is an estimate; the payslip is made by the host (CAE).
`,
  legal: `Till law (art. 286 I 3° bis CGI): sales are recorded in an append-only, chained journal; corrections are new entries;
each day is sealed by a Z with totals that are never reset. flashcoop is not certified ("non attesté").
Names of participants are kept beside the journal, never in it.
The pay figures are an estimate; flashcoop gives no legal advice.
`,
  glossary: `  cohort         the cooperative of a few days, and its people
  host (CAE)     carries it: legal form, VAT, bank, payroll
  half-day       unit of attendance: morning or afternoon
  takings        what customers paid, VAT included
  revenue        takings without VAT
  gross margin   revenue − purchases − packaging
  contribution   the host's part
  float          cash in the till before the first sale
  Z              the seal of a day of the till
  share          a participant's part of the result
  remainder      cents of a share that cannot be paid as wages
`,
}
