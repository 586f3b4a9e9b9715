import { rpc } from '../../../client.ts';

/** Tells the core that a file is being chosen or dragged here. Nobody waits for it, and a file comes all the same when it is lost. */
export function expectFile(): void {
  rpc.agendaFiles.expect().catch(() => {});
}
