import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed; `size` and `crc` are what the archive claims, when that is not the truth. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A ZIP archive of deflated files. */
export function packFiles(files: readonly PackedFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size, crc, flags = 0 } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const names = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? bytes.length, 18);
    fields.writeUInt16LE(names.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, names);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, names, packed]);
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

/** The XML of a document's parts; what is not given is not in the file. */
export interface DocxParts {
  /** Children of `w:body`. */
  readonly body: string;
  /** Children of `w:styles`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Children of the core properties. */
  readonly core?: string;
  /** Addresses of links, by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES =
  `xmlns:w="${W}" xmlns:r="${OFFICE}/relationships" xmlns:m="${OFFICE}/math" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A Word document as Word would write it, with as little in it as can be. */
export function buildDocx(parts: DocxParts): Uint8Array {
  return packFiles(listDocxFiles(parts));
}

/** The files of that document before they are packed. */
export function listDocxFiles({ body, links = {}, core, ...parts }: DocxParts): readonly PackedFile[] {
  const given = Object.entries(parts) as readonly (readonly [name: string, xml: string])[];
  return [
    {
      name: '_rels/.rels',
      content: relations([
        relation('rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'),
        ...(core === undefined
          ? []
          : [relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')]),
      ]),
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations([
        ...given.map(([name]) => relation(`part-${name}`, `${OFFICE}/relationships/${name}`, `${name}.xml`)),
        ...Object.entries(links).map(([id, address]) =>
          relation(id, `${OFFICE}/relationships/hyperlink`, address, ' TargetMode="External"'),
        ),
      ]),
    },
    ...given.map(([name, xml]) => ({
      name: `word/${name}.xml`,
      content: `<w:${name} ${NAMESPACES}>${xml}</w:${name}>`,
    })),
    ...(core === undefined
      ? []
      : [
          {
            name: 'docProps/core.xml',
            content: `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
          },
        ]),
  ];
}

function relations(entries: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
}
