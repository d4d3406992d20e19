import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseFile } from './recognise-file.ts';

const recognise = (name: string, text: string) => recogniseFile(name, new TextEncoder().encode(text));
const COMMENT = '<!-- saved from url=(0014)about:internet -->\n';

test.each([
  ['<!doctype html><p>It rained.', 'html'],
  [' \n<HTML lang="en">', 'html'],
  [`<?xml version="1.0"?>\n${COMMENT}${COMMENT}<html>`, 'html'],
  ['\ufeff<!----><body>', 'html'],
  ['<head>', 'html'],
  ['<header>', 'plain'],
  ['<!-- <html> -->It rained.', 'plain'],
  ['It rained. <html>', 'plain'],
  ['<!-- It rained. <html>', 'plain'],
])('%j is %s', (text, kind) => {
  expect(recognise('', text)).toBe(kind);
});

test('a hundred thousand comments, open or closed, do not hang', () => {
  for (const comment of ['<!---->', '<!---->\n', '<!--', '<?xml>'])
    expect(recognise('', `${comment.repeat(100_000)}hello world`)).toBe('plain');
});

const BODY = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< >>';

test.each([
  ['flood.pdf', BODY],
  ['flood.pdf', '%PDF-1.7 and no more'],
  ['flood.pdf', `\ufeff\n ${BODY}`],
  ['flood.txt', BODY],
  ['', '%PDF-1.4\r10 0 obj'],
  ['flood.eml', `Content-Type: application/pdf\n\n${BODY}`],
  ['flood', `\u0002\u0003junk ${BODY}`],
])('a PDF is one under the name %j: %j', (name, text) => {
  expect(recognise(name, text)).toBe('pdf');
});

test.each([
  ['format.txt', 'Every file starts with %PDF-1.7, the standard says.', 'plain'],
  ['format', 'Every file starts with\n%PDF-1.7\nand a comment.', 'plain'],
  ['format.txt', '%PDF-1.7 is how every file starts.', 'plain'],
  ['format.md', '%PDF-1.7\n\nis how every file starts.', 'markdown'],
  ['format.html', '%PDF-1.7 is how every file starts.', 'html'],
])('a text that speaks of PDFs stays one: %s, %j', (name, text, kind) => {
  expect(recognise(name, text)).toBe(kind);
});

test.each([
  ['checked.linecheck.json', '{"format":"linecheck"}'],
  ['article.txt', ' \n[{ "text": "It rained." }]'],
  ['', '{"text": "%PDF-1.7"}'],
])('data is no text of an article, whatever it is called: %j', (name, text) => {
  expect(recognise(name, text)).toMatchObject({
    problem: expect.stringContaining('It is data (JSON)') as string,
  });
});

test('a page that was saved as an archive says how else to save it', () => {
  const head =
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"';
  const archive = { problem: expect.stringContaining('It is a web archive (MHTML)') as string };
  for (const name of ['bridge.mhtml', 'bridge.mht', 'bridge.txt', 'bridge.html'])
    expect(recognise(name, head)).toMatchObject(archive);
  expect(recognise('mail.txt', `This is how archives begin.\n\n${head}`)).toBe('plain');
});

test('any bytes at all are recognised', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ maxLength: 6000 }), (name, bytes) => {
      expect(recogniseFile(name, bytes)).toBeDefined();
    }),
  );
});
