import { confirmKeyFromShell } from '../../../server/security-keys/shell-commands';
import type { TestHouse } from '../house';

/** The code that this person was mailed last. @throws where they were mailed none */
export function codeMailedTo(house: TestHouse, email: string): string {
  const mail = house.mails.findLast(
    ({ to, subject }) => to === email && subject.includes('asks you to agree'),
  );
  return /^[0-9A-HJKMNP-TV-Z]{8}$/m.exec(mail!.text)![0];
}

/** Whoever runs the server lets a key count, and a second person agrees. @param which address or key id */
export async function confirmAtShell(house: TestHouse, which: string, second: string): Promise<string> {
  const words = [which, '--with', second];
  await confirmKeyFromShell(house.ground, words);
  await house.settled();
  return confirmKeyFromShell(house.ground, [...words, '--code', codeMailedTo(house, second)]);
}
