import type { logOut } from '../../protocol/accounts';
import type {
  enrolDevice,
  joinDevice,
  leaveDevice,
  openUnlockKey,
  readBoard,
  readRoll,
} from '../../protocol/devices';
import type { BodyOf, ParamsOf, ReplyOf } from '../../protocol/endpoint';

/** The calls of a running session that setting up a device needs; `client/data` makes them from the contract. */
export interface DeviceCalls {
  enrolDevice: (body: BodyOf<typeof enrolDevice>) => Promise<ReplyOf<typeof enrolDevice>>;
  joinDevice: (
    params: ParamsOf<typeof joinDevice>,
    body: BodyOf<typeof joinDevice>,
  ) => Promise<ReplyOf<typeof joinDevice>>;
  leaveDevice: (params: ParamsOf<typeof leaveDevice>) => Promise<ReplyOf<typeof leaveDevice>>;
  openUnlockKey: (body: BodyOf<typeof openUnlockKey>) => Promise<ReplyOf<typeof openUnlockKey>>;
  readBoard: (params: ParamsOf<typeof readBoard>) => Promise<ReplyOf<typeof readBoard>>;
  readRoll: () => Promise<ReplyOf<typeof readRoll>>;
  logOut: () => Promise<ReplyOf<typeof logOut>>;
}
