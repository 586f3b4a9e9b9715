import { useRouter } from '@tanstack/react-router';
import { type Module, modules } from './modules.ts';
import { useMay } from './session.tsx';

/** The modules that are built and that this person may see. */
export function useModules(): readonly Module[] {
  const router = useRouter();
  const may = useMay();
  const built = Object.keys(router.routesByPath);
  return modules.filter((module) => built.includes(module.path) && (!module.right || may(module.right)));
}
