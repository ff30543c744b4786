import type * as english from '../strings/about-adult';

export const adult = {
  link: 'Am oedolyn sy’n gweithio yma',
  tellNow: 'Siaradwch ag un o’r bobl hyn wyneb yn wyneb yn gyntaf:',
  aboutHead: 'Os yw am y pennaeth, siaradwch â’r cadeirydd.',
  nobody: 'Siaradwch â’r pennaeth neu’r cadeirydd wyneb yn wyneb yn gyntaf.',
  thenWrite:
    'Yna ysgrifennwch ef yma. Nid yw’n mynd at y tîm diogelu, ac ni all y person y mae’n sôn amdano ddod o hyd iddo.',
  write: 'Ei ysgrifennu',
  heading: 'Am oedolyn sy’n gweithio yma',
  goesOnlyTo: (names) =>
    names.length === 0
      ? 'Mae’n mynd at y pennaeth, neu at y cadeirydd os yw am y pennaeth, ac at neb arall.'
      : `Mae’n mynd at ${names.join(' a ')} ac at neb arall.`,
  notThat: 'Nid yw am oedolyn yma',
  which: 'Pa oedolyn?',
  isItOne: 'Ai un o’r bobl hyn yw?',
  described: 'Heb ddod o hyd, neu ddim yn gwybod yr enw?',
  describedHint: 'Disgrifiwch y person: athro cyflenwi, gwirfoddolwr, gyrrwr, sut mae’n edrych.',
  pupils: 'Pa ddisgyblion, os o gwbl?',
  missing: 'Dywedwch pa oedolyn sydd dan sylw',
} satisfies typeof english.adult;
