import type * as english from '../strings/unlock-passkey';
import { onThis, thisOne } from './device';

export const passkey = {
  use: 'Defnyddio cyfrin-allwedd',
  unlock: 'Datgloi â chyfrin-allwedd',
  opening: 'Yn aros am eich dyfais…',
  faults: {
    cancelled: 'Ni ddatglowyd dim, ac nid oes dim ar goll. Ceisiwch eto, neu defnyddiwch eich PIN.',
    'other-secret':
      'Nid agorodd eich cyfrin-allwedd eich drafftiau. Defnyddiwch eich PIN. Nid oes dim ar goll.',
    cannot:
      'Nid yw eich cyfrin-allwedd ar gael yma ar hyn o bryd. Defnyddiwch eich PIN. Nid oes dim ar goll.',
  },
} satisfies typeof english.passkey;

export const passkeyHere = {
  title: 'Datgloi ag ôl bys, wyneb neu glo sgrin',
  why: (device) =>
    `Mae’n agor eich drafftiau ${onThis(device)} â chyfrin-allwedd yn lle eich PIN, heb rwydwaith hefyd. Mae eich PIN yn gweithio fel o’r blaen.`,
  shared: (device) =>
    `Mae eraill yn defnyddio ${thisOne[device]} hefyd. Gallai pwy bynnag all agor ei glo sgrin, â bys, wyneb neu god, agor eich drafftiau wedyn. Trowch ef ymlaen dim ond lle mai chi yn unig yw hynny.`,
  cannot: 'Ni all y porwr hwn wneud hynny. Datglowch â’ch PIN.',
  unlockFirst: (device) => `Datglowch â’ch PIN ${onThis(device)} yn gyntaf.`,
  toLock: 'Datgloi',
  begin: 'Troi ymlaen',
  pin: 'Eich PIN',
  pinHint: 'Fel na all neb arall ychwanegu eu bys neu eu hwyneb yn eich lle.',
  check: 'Parhau',
  checking: 'Yn gwirio…',
  ready: (device) =>
    `Mae eich PIN yn gywir. Nawr mae ${thisOne[device]} yn gofyn am eich ôl bys, wyneb neu glo sgrin, fwy nag unwaith i fod yn siŵr ei fod yn gweithio.`,
  add: 'Ychwanegu cyfrin-allwedd',
  tryAgain: 'Ceisio eto',
  leave: 'Nid nawr',
  isOn: 'Ymlaen, ochr yn ochr â’ch PIN.',
  remove: 'Diffodd',
  removed: 'Wedi’i ddiffodd. Mae eich PIN yn gweithio fel o’r blaen.',
  added: 'Wedi’i droi ymlaen.',
  emptyPin: 'Teipiwch eich PIN',
  wait: (time) => `Gormod o geisiadau anghywir. Ceisiwch eto ymhen ${time}. Nid oes dim ar goll.`,
  listed: (name) => `${name}: drafftiau ar y ddyfais hon`,
  faults: {
    cancelled: 'Nid yw wedi’i droi ymlaen eto. Stopiodd eich dyfais, neu chi. Ceisiwch eto.',
    'other-secret':
      'Ni chafodd ei droi ymlaen: nid yw’r ddyfais hon yn rhoi’r un ateb ddwywaith. Datglowch â’ch PIN fel o’r blaen.',
    cannot: 'Ni all y porwr neu’r ddyfais hon wneud hynny. Ni throwyd dim ymlaen. Datglowch â’ch PIN.',
  },
  failed: 'Ni chafodd ei newid. Ceisiwch eto.',
} satisfies typeof english.passkeyHere;
