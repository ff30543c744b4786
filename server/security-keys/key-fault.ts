/** Why the shell left a security key as it is, as a sentence for whoever typed the command. */
export class KeyFault extends Error {}
