import { refuse } from '../domain/journal/refusal.ts'
import { exportName, fecName } from '../formats/export-name.ts'
import type { ExportedEntry } from '../formats/exported-entry.ts'
import { fecFile } from '../formats/fec.ts'
import { hledgerFile } from '../formats/hledger.ts'
import { SAGE_LABEL_LENGTH, sageFile } from '../formats/sage-cae.ts'
import { utf8 } from '../store/digest.ts'
import { command } from './command.ts'
import { EXPORT_OPTIONS, exportEntries } from './export-file.ts'
import { FLAGS } from './flags.ts'
import { refuseTraining } from './training.ts'
import { integerFrom, optional } from './values.ts'

/** Final entries, named after the host's SIREN; refused without it before anything is read. */
export const exportFec = command({
  options: EXPORT_OPTIONS,
  writes: true,
  run: async (session, { options: { until } }) => {
    refuseTraining(session)
    const cohort = session.cohort().code
    const siren = session.settings().siren ?? refuse({ code: 'siren-needed' })
    await exportEntries(session, until, {
      format: 'fec',
      openToo: false,
      name: (entries, day) => fecName(siren, { cohort, entries, until: day }),
      content: (entries) => {
        const { text, rows } = fecFile(entries)
        return { bytes: utf8(text), rows }
      },
    })
  },
})

export const exportSageCae = command({
  options: { ...EXPORT_OPTIONS, labelLength: FLAGS.labelLength },
  writes: true,
  run: async (session, { options: { until, labelLength } }) => {
    refuseTraining(session)
    const longest =
      optional(labelLength, (typed) =>
        integerFrom(typed, '--label-length', { from: 10, to: 255 }),
      ) ?? SAGE_LABEL_LENGTH
    const cohort = session.cohort().code
    await exportEntries(session, until, {
      format: 'sage-cae',
      openToo: false,
      name: () => exportName(cohort, 'sage-cae'),
      content: (entries) => sageFile(entries, longest),
    })
  },
})

const hledgerRemarks = (cohort: string, entries: readonly ExportedEntry[]): readonly string[] => [
  `flashcoop, cohorte ${cohort}`,
  ...(entries.some((entry) => entry.validDay === undefined)
    ? ["! : période encore ouverte, l'écriture peut changer"]
    : []),
]

/** Of an open period too, where each entry is marked as one that may change. */
export const exportHledger = command({
  options: EXPORT_OPTIONS,
  writes: true,
  run: async (session, { options: { until } }) => {
    refuseTraining(session)
    const { code: cohort } = session.cohort()
    await exportEntries(session, until, {
      format: 'hledger',
      openToo: true,
      name: () => exportName(cohort, 'hledger'),
      content: (entries) => {
        const { text, rows } = hledgerFile(entries, { remarks: hledgerRemarks(cohort, entries) })
        return { bytes: utf8(text), rows }
      },
    })
  },
})
