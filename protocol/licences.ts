/** One package of others that Heed is made of. */
export interface UsedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package says it. */
  readonly licence: string;
  /** Which of the texts are its licence and its notices; none where the package brings none. */
  readonly texts: readonly number[];
}

/** What the build writes of package-lock.json and node_modules (tools/licences); loaded when somebody asks for it. */
export interface LicencesFile {
  readonly packages: readonly UsedPackage[];
  /** Each once, however many packages bring it. */
  readonly texts: readonly string[];
}
