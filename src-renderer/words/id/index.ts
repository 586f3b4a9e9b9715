import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { states } from './states.ts';

/** All Indonesian words, one entry per area. */
export const id = { frame, forms, states };
