/**
 * A file that is dropped where nothing takes it would be opened by the browser, in the place of Linecheck. Here nothing is
 * done with it, and the pointer says so; what does take files (`FileDrop`) listens later and overrules that.
 */
export function refuseDrops(): void {
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
  }
}
