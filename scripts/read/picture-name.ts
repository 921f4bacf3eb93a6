/** The file name in a picture's address, as the author wrote it: without folders, query and fragment. */
export function pictureName(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return path.replace(/\/+$/, '').replace(/^.*\//s, '') || address;
}

/** What stands for a picture's words where there are none: its file name, in plain letters. */
export function wordsForPicture(address: string): string {
  const name = pictureName(address);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
