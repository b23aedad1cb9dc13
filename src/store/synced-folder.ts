/** Folders that a program copies to other computers behind one's back, by the names that these programs give them. */
const SYNCED =
  /^(onedrive|dropbox|icloud ?drive|mobile documents|com~apple~clouddocs|google ?drive|googledrive-.*|nextcloud|kdrive|pcloud ?drive)( .*| - .*|\(.*\))?$/i

/**
 * The part of a path that says it is synchronised (OneDrive, Dropbox, iCloud…): two computers then write copies of
 * one file, and the older one may win. `undefined` for an ordinary folder.
 */
export const syncedFolder = (path: string): string | undefined =>
  path.split(/[/\\]/).find((part) => SYNCED.test(part))
