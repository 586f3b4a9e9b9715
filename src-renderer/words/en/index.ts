import type { id } from '../id/index.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { states } from './states.ts';

/** All English words; must fit the Indonesian ones. */
export const en: typeof id = { frame, forms, states };
