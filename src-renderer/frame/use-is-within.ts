import { useMatches } from '@tanstack/react-router';

/** Whether this screen belongs to a module although its address does not begin with it, as the roster does to the agenda. */
export function useIsWithin(): (path: string) => boolean {
  const matches = useMatches();
  return (path) => matches.some(({ staticData }) => staticData.above?.to === path);
}
