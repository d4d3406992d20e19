/** Gives a text to the person as a file, under a name that the browser may still change when it is taken. */
export function downloadText(fileName: string, mediaType: string, text: string): void {
  downloadFile(fileName, new Blob([text], { type: `${mediaType};charset=utf-8` }));
}

/** The same with what has been packed already. */
export function downloadFile(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the file over when the click has been dealt with; Safari wants a moment more.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
