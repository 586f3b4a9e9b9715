import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { settingsParts } from '../screens/settings/parts.ts';
import { useWords } from '../words/words.tsx';
import { acts } from './acts.ts';
import { FOUND, useFound } from './found.tsx';
import { useMay } from './session.tsx';
import { useModules } from './use-modules.ts';

const [store, spotlight] = createSpotlight();

/**
 * Opens the palette, and gives its field the focus before the next key comes: people press Ctrl+K and type on, and the
 * focus trap of the dialog asks for it only a moment later. To be called from an event, not while React renders.
 */
export function openPalette(): void {
  flushSync(() => spotlight.open());
  document.getElementById(FIELD)?.focus({ preventScroll: true });
}

const FIELD = 'palette-field';

interface PaletteProps {
  readonly onKeys: () => void;
  readonly onSwitch: () => void;
}

/** Every word of what was typed must begin a word of the act: its name, or what people say for it. */
function fits(action: SpotlightActionData, query: string): boolean {
  if (action.id.startsWith(FOUND)) return true;
  const hay = `${action.label} ${action.description ?? ''} ${String(action.keywords ?? '')}`.toLowerCase();
  return query
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((part) => hay.split(/[\s(),/]+/).some((word) => word.startsWith(part)));
}

/** Ctrl+K: go, create, do. */
export function Palette({ onKeys, onSwitch }: PaletteProps) {
  const w = useWords();
  const router = useRouter();
  const may = useMay();
  const modules = useModules();
  const built = Object.keys(router.routesByPath);
  const go = (to: string) => void router.navigate({ to: to as '/' });

  const [query, setQuery] = useState('');
  const found = useFound(query);
  // What is found comes a moment after the typing, and in pieces: what stands first is what Enter opens, until one has moved.
  const foundIds = found.actions.map(({ id }) => id).join();
  useEffect(() => {
    const { listId, opened, selected } = store.getState();
    const list = document.getElementById(listId);
    if (!opened || foundIds === '' || !list || selected > 0) return;
    list.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [foundIds]);
  const toActs = acts
    .filter((act) => (!act.right || may(act.right)) && (!act.to || built.includes(act.to.split('?')[0] ?? '')))
    .map(
      (act): SpotlightActionData => ({
        id: act.id,
        label: act.name(w),
        keywords: act.said ?? '',
        leftSection: <act.icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => {
          if (act.does === 'keys') onKeys();
          else if (act.does === 'switch_person') onSwitch();
          else if (act.to) void router.navigate({ href: act.to });
        },
      }),
    );
  const toModules = modules.map(
    (module): SpotlightActionData => ({
      id: `go${module.path}`,
      label: module.name(w),
      keywords: 'buka ke pergi go open',
      leftSection: <module.icon size={18} stroke={1.6} aria-hidden />,
      onClick: () => go(module.path),
    }),
  );
  const toSettings = settingsParts
    .filter((part) => !part.right || may(part.right))
    .map(
      (part): SpotlightActionData => ({
        id: part.path,
        label: `${w.frame.settings}: ${part.name(w)}`,
        keywords: part.said,
        leftSection: <part.icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => go(part.path),
      }),
    );

  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[
        { group: w.palette.goTo, actions: toModules },
        { group: w.palette.doIt, actions: toActs },
        { group: w.palette.setting, actions: toSettings },
        { group: w.palette.found, actions: [...found.actions] },
      ]}
      filter={(query, groups) =>
        groups
          .map((group) =>
            'actions' in group
              ? {
                  ...group,
                  actions: query.trim() ? group.actions.filter((action) => fits(action, query)) : group.actions,
                }
              : group,
          )
          .filter((group) => !('actions' in group) || group.actions.length > 0)
      }
      nothingFound={found.searching ? w.palette.searching : found.failed ? w.palette.unanswered : w.palette.nothing}
      highlightQuery
      attributes={{ content: { 'aria-label': w.palette.open } }}
      // the field has to be there at once (see openPalette)
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
      searchProps={{
        id: FIELD,
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: w.palette.placeholder,
        'aria-label': w.palette.open,
      }}
    />
  );
}
