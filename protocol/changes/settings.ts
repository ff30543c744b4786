import * as v from 'valibot';
import { settingSchema } from '../settings';

export const settingsSet = v.strictObject({ kind: v.literal('settings.set'), to: settingSchema });
