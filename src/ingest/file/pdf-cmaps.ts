/** Addresses of the predefined CMaps by their place in the package; with their licence, which has to come along. */
export const CMAPS = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/{*.bcmap,LICENSE}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
