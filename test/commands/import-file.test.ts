import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { all, textOf } from '../../src/store/sql.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// What is the same for every import, shown with attendance. All of it is invented.

const HEADER = 'date;half;participant;status'

async function attendanceOf(folder: string) {
  const flashcoop = flashcoopIn(folder)
  const people = join(folder, 'people.csv')
  writeFileSync(people, 'name\nAwa\nZoé\n')
  const days = ['--template', 'flash7', '--start', '2026-06-09']
  for (const argv of [
    ['init', join(folder, 'flashcoop.db'), '--no-input', '--lang', 'en'],
    ['cohort', 'create', 'FC-1', '--name', 'Test', ...days],
    ['participant', 'import', people],
  ]) {
    expect(await flashcoop(...argv)).toMatchObject({ exit: 0, stderr: expect.any(String) })
  }
  const file = join(folder, 'attendance.csv')
  return (text: string | Buffer, ...options: readonly string[]) => {
    writeFileSync(file, text)
    return flashcoop('attendance', 'import', file, ...options)
  }
}

const kindsIn = (folder: string): readonly string[] =>
  withLedger(join(folder, 'flashcoop.db'), ({ db }) =>
    all(db, "SELECT payload ->> '$.kind' AS kind FROM event ORDER BY seq").map((row) =>
      textOf(row, 'kind'),
    ),
  )

describe('an import', () => {
  test('is one event of what it brought and one of the file, and nothing the second time', async () => {
    const folder = temporaryFolder()
    const importing = await attendanceOf(folder)
    const before = kindsIn(folder).length
    const file = `${HEADER}\n2026-06-09;am;P01;P\n2026-06-09;am;P02;AI\n`
    expect(await importing(file)).toMatchObject({ exit: 0, stdout: '2 rows read: 2 added\n' })
    expect(kindsIn(folder).slice(before)).toEqual(['attendance', 'import'])
    const again = 'nothing to add: all of it is there\n'
    expect(await importing(file)).toMatchObject({ exit: 0, stdout: again })
    expect(await importing(`${file}\n\n`)).toMatchObject({ exit: 0, stdout: again })
    expect(kindsIn(folder)).toHaveLength(before + 2)
    const more = await importing(`${file}2026-06-09;pm;P01;P\n`, '--json')
    expect(JSON.parse(more.stdout)).toEqual({ rows: 3, added: 1, skipped: 2 })
  })

  test('with one bad row among good ones records nothing at all', async () => {
    const folder = temporaryFolder()
    const importing = await attendanceOf(folder)
    const before = kindsIn(folder)
    const ran = await importing(`${HEADER}\n2026-06-09;am;P01;P\n2026-06-09;am;P09;P\n`)
    expect(ran).toMatchObject({ exit: 1, stdout: '' })
    expect(ran.stderr).toContain(
      '  line 3, column participant: there is no participant P09 in this cohort\n',
    )
    expect(kindsIn(folder)).toEqual(before)
  })

  test('names a column as the file does', async () => {
    const importing = await attendanceOf(temporaryFolder())
    const french = 'date;demi-journée;participant;statut'
    const night = await importing(`${french}\n2026-06-09;soir;P01;P\n`)
    const stranger = await importing(`${french}\n2026-06-09;am;P09;P\n`)
    expect(night.stderr).toContain('  line 2, column demi-journée: ')
    expect(stranger.stderr).toContain('  line 2, column participant: there is no participant P09')
  })

  test('lists the first twenty mistakes of cells and rules in the order of the lines', async () => {
    const importing = await attendanceOf(temporaryFolder())
    const rows = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0 ? '2026-06-09;am;P09;P' : '2026-06-31;am;P01;P',
    )
    const { exit, stderr } = await importing(`${HEADER}\n${rows.join('\n')}\n`)
    expect(exit).toBe(1)
    expect(stderr).toContain('20 errors or more')
    const lines = [...stderr.matchAll(/^ {2}line (\d+)/gm)].map(([, line]) => Number(line))
    expect(lines).toEqual(Array.from({ length: 20 }, (_, index) => index + 2))
  })

  test('says on stderr what was odd about the file', async () => {
    const importing = await attendanceOf(temporaryFolder())
    const latin = Buffer.from(
      `${HEADER}\n2026-06-09;apr\u00e8s-midi;P01;P\r\n2026-06-09;am;P01;P\n`,
      'latin1',
    )
    const { exit, stdout, stderr } = await importing(latin)
    expect([exit, stdout]).toEqual([0, '2 rows read: 2 added\n'])
    expect(stderr).toContain('line 2 is not UTF-8')
    expect(stderr).toContain('line ends of several kinds')
  })

  test('stays within --max-size', async () => {
    const importing = await attendanceOf(temporaryFolder())
    const file = `${HEADER}\n${'2026-06-09;am;P01;P\n'.repeat(60)}`
    expect(await importing(file, '--max-size', '1K')).toMatchObject({ exit: 1, stdout: '' })
    expect((await importing(file, '--max-size', '1T', '--json')).stderr).toContain('"bad-code"')
    expect((await importing(`${HEADER}\n2026-06-09;am;P01;P\n`, '--max-size', '1K')).exit).toBe(0)
  })

  test('of no rows adds nothing and says so', async () => {
    const importing = await attendanceOf(temporaryFolder())
    expect(await importing(`${HEADER}\n`)).toMatchObject({
      exit: 0,
      stdout: 'the file has no rows: nothing to add\n',
    })
    expect(await importing('')).toMatchObject({ exit: 1, stdout: '' })
  })
})
