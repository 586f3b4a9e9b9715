import type { ChainedCommands, Editor } from '@tiptap/react';

/**
 * Takes the keyboard into the body of the text at once, and gives what may be done there.
 * TipTap's own `focus` command waits for the next frame: on a slow machine the letters typed in between go to the
 * field that was left, and a space presses the button that was pressed.
 *
 * @param place - where the caret goes; without it, where it was.
 * @returns a chain of commands to go on with; nothing of it is done before `run`.
 */
export function intoBody(editor: Editor, place?: 'start'): ChainedCommands {
  if (place === 'start') editor.commands.setTextSelection(0);
  editor.view.focus();
  return editor.chain();
}
