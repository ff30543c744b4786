import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { fileFaults } from '../../../protocol/words/import/files';
import { WorkbookFault } from './workbook';

/** What a reader wants to hear about. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** One decoding step; large enough to be quick, small enough not to double the memory of a sheet. */
const STEP_BYTES = 256 * 1024;

/**
 * Walks through one XML part. No entity beyond the five of XML is known, and a document type is refused,
 * so nothing is ever expanded or fetched.
 * @throws WorkbookFault when the bytes are not well-formed UTF-8 XML
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  parser.on('error', (cause) => {
    throw new WorkbookFault(fileFaults.damaged, { cause });
  });
  parser.on('doctype', () => {
    throw new WorkbookFault(fileFaults.damaged);
  });
  parser.on('opentag', (tag) => listener.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    parser.write(decode(decoder, bytes.subarray(at, at + STEP_BYTES)));
  }
  parser.close();
}

function decode(decoder: TextDecoder, step: Uint8Array): string {
  try {
    return decoder.decode(step, { stream: true });
  } catch (cause) {
    throw new WorkbookFault(fileFaults.damaged, { cause });
  }
}

/** "x:row" and "row" are the same element: writers differ in whether they use a prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute whatever its prefix: r:id is written as d3p1:id by some programs. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}
