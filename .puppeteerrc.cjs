/** The browser comes from npm (see ARCHITECTURE.md, decision 2): `npm ci` downloads nothing else. */
module.exports = { skipDownload: true };
