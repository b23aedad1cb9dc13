import { expect, test } from 'vitest'
import { syncedFolder } from '../../src/store/synced-folder.ts'

test.each([
  ['/home/a/OneDrive/coop.db', 'OneDrive'],
  ['C:\\Users\\a\\OneDrive - CAE Exemple\\coop.db', 'OneDrive - CAE Exemple'],
  ['/home/a/Dropbox (Personal)/x/coop.db', 'Dropbox (Personal)'],
  ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/coop.db', 'Mobile Documents'],
  ['/Users/a/iCloud Drive/coop.db', 'iCloud Drive'],
  ['/Users/a/Library/CloudStorage/GoogleDrive-a@example.org/coop.db', 'GoogleDrive-a@example.org'],
  ['/home/a/Nextcloud/coop.db', 'Nextcloud'],
])('%s is copied to other computers', (path, part) => {
  expect(syncedFolder(path)).toBe(part)
})

test.each(['/home/a/coop/coop.db', '/home/a/dropboxes/coop.db', '/home/onedriver/coop.db', ''])(
  '%j is an ordinary folder',
  (path) => {
    expect(syncedFolder(path)).toBeUndefined()
  },
)
