/** `npm run reading-age`: how hard the words of the product are to read, file by file, the hardest first. */
import { resolve } from 'node:path';
import { gradeOf } from './reading/grade';
import { saidByHelp, saidByProduct } from './reading/said';

const YEARS_BEFORE_SCHOOL = 5;
const root = resolve(import.meta.dirname, '..');
const rows = [...saidByProduct(root), ...saidByHelp(root)]
  .flatMap(({ file, texts }) => {
    const judged = gradeOf(texts);
    return judged ? [{ file, ...judged }] : [];
  })
  .sort((a, b) => b.grade - a.grade);

console.log('age   sentences  file, and its hardest sentence');
for (const { file, grade, sentences, hardest } of rows) {
  const age = (grade + YEARS_BEFORE_SCHOOL).toFixed(1).padStart(4);
  console.log(`${age}  ${String(sentences).padStart(9)}  ${file}\n                 ${hardest.slice(0, 160)}`);
}
