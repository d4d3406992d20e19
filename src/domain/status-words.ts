import { message, type Message } from '../messages/say.ts';
import type { WorkStatus } from './annotation.ts';

export const STATUS_WORDS: Readonly<Record<WorkStatus, Message>> = {
  'to-check': message('To check'),
  researching: message('Researching'),
  checked: message('Checked'),
  approved: message('Approved'),
};
