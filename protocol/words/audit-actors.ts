/** Whoever stands in the audit and is nobody at the school, by the name that a person reads. */
export const auditActors: ReadonlyMap<string, string> = new Map([
  ['trust', 'The trust'],
  ['supplier', 'The supplier of Heed'],
  ['shell', 'Whoever runs the server'],
]);
