import { readFileSync } from 'node:fs';
import { planSchool } from '../../server/set-up/plan-school';
import type { SchoolPlan } from '../../server/set-up/school-plan';
import { readWorkbook } from '../../server/set-up/workbook/read-xlsx';

/** The school of the sample spreadsheet that people download. */
export function sampleSchool(): SchoolPlan {
  const bytes = new Uint8Array(readFileSync('client/public/set-up/heed-set-up-sample.xlsx'));
  const { plan } = planSchool(readWorkbook(bytes), '2026-11-23');
  if (!plan) throw new Error('the sample spreadsheet has faults');
  return plan;
}
