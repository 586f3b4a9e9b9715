import { useRouter } from '@tanstack/react-router';
import { type Module, modules } from './modules.ts';
import { useMay } from './session.tsx';

/** As many entries as the bar of a phone holds without crowding. */
const IN_BAR = 4;

/**
 * What the bar of a phone shows and what stands in the menu of the person: first what one does on the move; room that is left
 * goes to the others, so that nobody looks at a half-empty bar and searches for Settings.
 */
export function splitForPhone(all: readonly Module[]): { bar: readonly Module[]; menu: readonly Module[] } {
  const rest = all.filter((module) => !module.onPhone);
  const room = IN_BAR - (all.length - rest.length);
  const added = room > 0 ? rest.slice(-room) : [];
  return {
    bar: all.filter((module) => module.onPhone || added.includes(module)),
    menu: rest.filter((module) => !added.includes(module)),
  };
}

/** The modules that are built and that this person may see. */
export function useModules(): readonly Module[] {
  const router = useRouter();
  const may = useMay();
  const built = Object.keys(router.routesByPath);
  return modules.filter((module) => built.includes(module.path) && (!module.right || may(module.right)));
}
