/** A PDF (ISO 32000) made of the bodies of its objects, the first of which is its catalogue; `trailer` is added to its own. */
export function writePdf(bodies: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n';
  const places = bodies.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = bodies.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Bodies of a document of so many equal pages: `shown` is what its operators show in the font `font`. */
export function pagesOf(count: number, shown: string, ...font: readonly string[]): readonly string[] {
  const kids = Array.from({ length: count }, (_, at) => `${font.length + 4 + at} 0 R`).join(' ');
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 3 0 R >>';
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    ...font,
    ...Array.from({ length: count }, () => page),
  ];
}

/** A font of another program's letters, known by the name of its encoding alone. */
export function foreignFont(encoding: string, ordering: string): readonly string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /${encoding} /DescendantFonts [5 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 6 0 R >>`,
    '<< /Type /FontDescriptor /FontName /Mincho /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ];
}
