// The player of recorded figures. A classic script: a page from the file system may not import a
// file, so the player comes as an address that holds it.
window.lessonPlayer = import("{player}");
