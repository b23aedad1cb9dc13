/** As in package.json; a test compares. */
export const VERSION = '0.1.0'

/** The till law (art. 286 CGI) asks for a certificate that nobody has given: say so wherever the version stands. */
export const VERSION_TEXT = `flashcoop ${VERSION} (caisse : non attesté, art. 286 I 3° bis CGI)\n`
