import PDFDocument from 'pdfkit';

export const LETTER = 'Dear Mrs Shah, Amira was late again on Monday.';
/** The second page of the letter. */
export const SIGNED = 'Yours, Mrs Khan';
/** What is painted in the upper half of the first page, as red, green, blue. */
export const PAINTED = [0xb3, 0x26, 0x1e];

/** A letter of two pages, with a link that leads out of the school. */
export async function aPdf(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', ...options });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve) => {
    paper.on('data', (part: Buffer) => parts.push(part));
    paper.on('end', () => resolve(Buffer.concat(parts)));
  });
  paper.rect(80, 200, 300, 200).fill('#b3261e');
  paper.fillColor('black').text(LETTER, 80, 80, { link: 'https://elsewhere.example/' });
  paper.addPage().text(SIGNED);
  paper.end();
  return whole;
}
