import type { IDToken } from 'openid-client';
import type { Provider } from './provider';

/** What follows the @, in small letters; empty without one. */
export function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}

/** Whether the token speaks of the school's own part of the provider: its tenant, its domain. */
export function isOfSchool({ connection }: Pick<Provider, 'connection'>, claims: IDToken): boolean {
  switch (connection.provider) {
    case 'microsoft':
      return claims['tid'] === connection.tenant;
    case 'google':
      return claims['hd'] === connection.hosted;
    case 'other':
      return true;
  }
}

/** Microsoft writes this claim as a truth value or as text, by how the client was registered. */
const YES: readonly unknown[] = [true, 1, '1', 'true'];

/**
 * The address that the provider itself vouches for, in an allowed domain; null where it vouches for none. Microsoft does
 * so only by `xms_edov`: an administrator of a tenant, or a guest's, may write anything into `email`.
 */
export function provenEmail(provider: Provider, claims: IDToken): string | null {
  const { email } = claims;
  if (typeof email !== 'string' || !isAllowed(provider, email)) return null;
  const proved =
    provider.connection.provider === 'microsoft'
      ? YES.includes(claims['xms_edov'])
      : claims.email_verified === true;
  return proved ? email : null;
}

/** Whether the account there goes by this address, proved or not, in an allowed domain. */
export function goesBy(provider: Provider, claims: IDToken, email: string): boolean {
  const wanted = email.trim().toLowerCase();
  return isAllowed(provider, wanted) && addressesIn(claims).includes(wanted);
}

/** How the account is called there, to show it to its owner; empty where the token does not say. */
export function addressIn(claims: IDToken): string {
  return addressesIn(claims)[0] ?? '';
}

function addressesIn(claims: IDToken): string[] {
  return [claims.email, claims['preferred_username']].flatMap((value) =>
    typeof value === 'string' && value.length <= 254 ? [value.trim().toLowerCase()] : [],
  );
}

function isAllowed({ domains }: Provider, email: string): boolean {
  return domains.includes(domainOf(email));
}
