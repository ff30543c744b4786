import * as absence from './absence';
import * as accounts from './accounts';
import * as alertGroups from './alert-groups';
import * as apiDescription from './api-description';
import * as audit from './audit';
import * as automaticAlerts from './automatic-alerts';
import * as categories from './categories';
import * as changes from './changes/endpoints';
import * as chronology from './chronology';
import * as classRestrictions from './class-restrictions';
import * as classes from './classes';
import * as concernDecisions from './concern-decisions';
import * as concernFiles from './concern-files';
import * as concernLinking from './concern-linking';
import * as concerns from './concerns';
import * as counts from './counts';
import * as deliveryLog from './delivery-log';
import * as deviceList from './device-list';
import * as devices from './devices';
import * as documents from './documents';
import * as dueActions from './due-actions';
import * as emblem from './emblem';
import * as firstSteps from './first-steps';
import * as groups from './groups';
import * as inbox from './inbox';
import * as intake from './intake';
import * as notifications from './notifications';
import * as onlineFiles from './online-files';
import * as ownAccount from './own-account';
import * as operation from './operation';
import * as passkeys from './passkeys';
import * as news from './news';
import * as papers from './papers';
import * as parked from './parked';
import * as places from './places';
import * as practice from './practice';
import * as providers from './providers';
import * as pupils from './pupils';
import * as importAgain from './import-again';
import * as pupilMatters from './pupil-matters';
import * as pupilUpload from './pupil-upload';
import * as quarantine from './quarantine';
import * as replies from './replies';
import * as savedViews from './saved-views';
import * as search from './search';
import * as securityKeys from './security-keys';
import * as seeAs from './see-as';
import * as settings from './settings';
import * as setUp from './set-up';
import * as sites from './sites';
import * as slips from './slips';
import * as leavers from './leavers';
import * as leaving from './leaving';
import * as staff from './staff';
import * as support from './support';
import * as training from './training';
import * as trust from './trust';
import * as watching from './watching';

/** The contract table: every endpoint of the API by its name (architecture.md, "The contract table"). */
export const contract = {
  readSession: accounts.readSession,
  logIn: accounts.logIn,
  logOut: accounts.logOut,
  logOutEverywhere: accounts.logOutEverywhere,
  askForLink: accounts.askForLink,
  checkLink: accounts.checkLink,
  choosePassword: accounts.choosePassword,
  proveAgain: accounts.proveAgain,
  listSessions: accounts.listSessions,
  endSession: accounts.endSession,
  changePassword: ownAccount.changePassword,
  readDetails: ownAccount.readDetails,
  setDetails: ownAccount.setDetails,
  listOwnDevices: ownAccount.listOwnDevices,
  downloadKept: ownAccount.downloadKept,

  listSites: trust.listSites,
  inviteSite: trust.inviteSite,
  withdrawSite: trust.withdrawSite,

  readProviders: providers.readProviders,
  checkProvider: providers.checkProvider,
  beginSignIn: providers.beginSignIn,
  beginProof: providers.beginProof,
  finishSignIn: providers.finishSignIn,
  finishProof: providers.finishProof,
  listLinks: providers.listLinks,
  removeLink: providers.removeLink,
  listOwnSites: sites.listOwnSites,
  decideOffer: sites.decideOffer,
  checkOffer: sites.checkOffer,
  acceptOffer: sites.acceptOffer,
  declineOffer: sites.declineOffer,
  beginSwitch: sites.beginSwitch,
  answerSwitch: sites.answerSwitch,
  issueSwitchCode: sites.issueSwitchCode,
  finishSwitch: sites.finishSwitch,

  listKeys: securityKeys.listKeys,
  listStaffKeys: securityKeys.listStaffKeys,
  removeLostKey: securityKeys.removeLostKey,
  beginKey: securityKeys.beginKey,
  saveKey: securityKeys.saveKey,
  removeKey: securityKeys.removeKey,
  renewRecoveryCodes: securityKeys.renewRecoveryCodes,
  elevate: securityKeys.elevate,
  beginPasskey: passkeys.beginPasskey,
  savePasskey: passkeys.savePasskey,
  beginPasskeyProof: passkeys.beginPasskeyProof,
  beginPasskeyLogIn: passkeys.beginPasskeyLogIn,
  logInByPasskey: passkeys.logInByPasskey,
  endElevation: securityKeys.endElevation,
  stillTyping: securityKeys.stillTyping,

  readBundle: devices.readBundle,
  enrolDevice: devices.enrolDevice,
  joinDevice: devices.joinDevice,
  leaveDevice: devices.leaveDevice,
  openUnlockKey: devices.openUnlockKey,
  readBoard: devices.readBoard,
  readRoll: devices.readRoll,
  askChallenge: devices.askChallenge,
  refresh: devices.refresh,
  useSlip: slips.useSlip,

  deliverEnvelopes: intake.deliverEnvelopes,
  askProgress: intake.askProgress,

  keepParked: parked.keepParked,
  listOwnParked: parked.listOwnParked,
  goOnWithParked: parked.goOnWithParked,
  throwParkedAway: parked.throwParkedAway,
  listUnfinished: parked.listUnfinished,
  openUnfinished: parked.openUnfinished,

  readPupilPage: chronology.readPupilPage,
  readChronology: chronology.readChronology,
  notePrinted: chronology.notePrinted,
  keepMatter: pupilMatters.keepMatter,
  barContact: pupilMatters.barContact,
  listDocuments: documents.listDocuments,
  addDocument: documents.addDocument,
  changeDocument: documents.changeDocument,
  openDocument: documents.openDocument,
  matchNumbers: documents.matchNumbers,
  readLeaving: leaving.readLeaving,
  packLeaving: leaving.packLeaving,
  noteSent: leaving.noteSent,
  noteReceipt: leaving.noteReceipt,
  watchPupil: watching.watchPupil,
  watchCategories: watching.watchCategories,
  listWatched: watching.listWatched,
  printChronology: papers.printChronology,
  printConcern: papers.printConcern,
  printHelp: papers.printHelp,
  readNews: news.readNews,
  noteNews: news.noteNews,

  listInbox: inbox.listInbox,
  watchInbox: inbox.watchInbox,
  listSavedViews: savedViews.listSavedViews,
  saveView: savedViews.saveView,
  removeView: savedViews.removeView,
  markRead: inbox.markRead,
  markSeveral: inbox.markSeveral,
  undoRead: inbox.undoRead,
  readConcern: concerns.readConcern,
  readConcernNews: concerns.readConcernNews,
  readActionChoices: concerns.readActionChoices,
  addAction: concerns.addAction,
  finishAction: concerns.finishAction,
  openFile: concernFiles.openFile,
  readFileStanding: onlineFiles.readFileStanding,
  putFilePart: onlineFiles.putFilePart,
  takeConcern: concerns.takeConcern,
  giveConcern: concernDecisions.giveConcern,
  setLevel: concernDecisions.setLevel,
  sortConcern: concernDecisions.sortConcern,
  listDueActions: dueActions.listDueActions,
  finishDueAction: dueActions.finishDueAction,
  undoDueAction: dueActions.undoDueAction,
  closeConcern: concernDecisions.closeConcern,
  reopenConcern: concernDecisions.reopenConcern,
  markEntry: concernDecisions.markEntry,
  correctPupil: concernDecisions.correctPupil,
  listLeftPupils: concernDecisions.listLeftPupils,
  correctWhen: concernDecisions.correctWhen,
  coverPassage: concernDecisions.coverPassage,
  readLinkable: concernLinking.readLinkable,
  linkConcern: concernLinking.linkConcern,
  unlinkConcern: concernLinking.unlinkConcern,
  readWhole: concernDecisions.readWhole,
  sendReply: concernDecisions.sendReply,
  listReplies: replies.listReplies,
  openReply: replies.openReply,
  listRepliesAsAuthor: replies.listRepliesAsAuthor,
  openReplyAsAuthor: replies.openReplyAsAuthor,

  readNotifications: notifications.readNotifications,
  keepSubscription: notifications.keepSubscription,
  dropSubscription: notifications.dropSubscription,
  setQuietHours: notifications.setQuietHours,
  setMailAlerts: notifications.setMailAlerts,
  sendTestAlert: notifications.sendTestAlert,
  readAbsence: absence.readAbsence,
  setAbsence: absence.setAbsence,
  endAbsence: absence.endAbsence,
  readStaffAbsence: absence.readStaffAbsence,
  setStaffAbsence: absence.setStaffAbsence,
  endStaffAbsence: absence.endStaffAbsence,

  readPlace: setUp.readPlace,
  checkSetUp: setUp.checkSetUp,
  previewSchool: setUp.previewSchool,
  confirmSchool: setUp.confirmSchool,
  tryDemo: setUp.tryDemo,

  readGroups: groups.readGroups,
  readCategories: categories.readCategories,
  readClassRestrictions: classRestrictions.readClassRestrictions,
  readAlertGroups: alertGroups.readAlertGroups,
  readAutomaticAlerts: automaticAlerts.readAutomaticAlerts,
  readUnreached: automaticAlerts.readUnreached,
  previewAutomaticAlert: automaticAlerts.previewAutomaticAlert,
  testAutomaticAlerts: automaticAlerts.testAutomaticAlerts,
  readClasses: classes.readClasses,
  listPlaces: places.listPlaces,

  readOperation: operation.readOperation,
  confirmKeysKept: operation.confirmKeysKept,
  findFaults: seeAs.findFaults,
  seeAs: seeAs.seeAs,
  testSeeAs: seeAs.testSeeAs,

  makeChanges: changes.makeChanges,
  listPendingChanges: changes.listPendingChanges,
  confirmChange: changes.confirmChange,
  refuseChange: changes.refuseChange,
  withdrawChange: changes.withdrawChange,
  confirmKey: changes.confirmKey,
  refuseKey: changes.refuseKey,

  listStaff: staff.listStaff,
  sendFirstLogIn: staff.sendFirstLogIn,
  readSharing: staff.readSharing,
  notePractised: practice.notePractised,
  notePractisedAsAuthor: practice.notePractisedAsAuthor,
  remindToPractise: practice.remindToPractise,
  mailFirstLogIns: staff.mailFirstLogIns,
  endStaffSessions: staff.endStaffSessions,
  listSlips: slips.listSlips,
  makeSlips: slips.makeSlips,
  withdrawSlip: slips.withdrawSlip,
  readHoldings: leavers.readHoldings,
  handOver: leavers.handOver,
  listPupils: pupils.listPupils,
  readPupil: pupils.readPupil,
  previewPupilExport: pupilUpload.previewPupilExport,
  confirmPupilExport: pupilUpload.confirmPupilExport,
  previewImport: importAgain.previewImport,
  applyImport: importAgain.applyImport,

  readFirstSteps: firstSteps.readFirstSteps,
  putFirstStepsAway: firstSteps.putFirstStepsAway,
  settleRestrictions: firstSteps.settleRestrictions,
  noteTestArrived: firstSteps.noteTestArrived,

  listTraining: training.listTraining,
  setComing: training.setComing,
  listKeptTraining: training.listKeptTraining,
  keepTraining: training.keepTraining,
  removeTraining: training.removeTraining,
  listTrainingForSites: training.listTrainingForSites,

  listSupportRequests: support.listSupportRequests,
  askSupport: support.askSupport,

  listDevices: deviceList.listDevices,
  listSilentTablets: deviceList.listSilentTablets,
  readSettings: settings.readSettings,
  readEmblem: emblem.readEmblem,
  setEmblem: emblem.setEmblem,
  removeEmblem: emblem.removeEmblem,

  searchConcerns: search.searchConcerns,
  readSearchChoices: search.readSearchChoices,
  countConcerns: counts.countConcerns,
  exportCounts: counts.exportCounts,

  listQuarantine: quarantine.listQuarantine,
  openQuarantined: quarantine.openQuarantined,
  acceptQuarantined: quarantine.acceptQuarantined,
  joinQuarantined: quarantine.joinQuarantined,
  dismissQuarantined: quarantine.dismissQuarantined,

  listDelivered: deliveryLog.listDelivered,

  listAudit: audit.listAudit,
  exportAudit: audit.exportAudit,
  checkAudit: audit.checkAudit,

  describeApi: apiDescription.describeApi,
} as const;

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
