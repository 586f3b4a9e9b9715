/** Why a folder cannot take the sheets of the agenda, as the end of a sentence; reasons of newsroom/agenda/outgoing/folder-port.ts. */
export function folderReason(reason: string | number | undefined): string {
  switch (reason) {
    case 'relative':
      return 'is not said in full. Write it from its beginning, such as D:\\Drive\\Schedule.';
    case 'missing':
      return "is not there on Kulkul's computer. Choose one that is.";
    case 'not_folder':
      return 'is no folder. Choose another one.';
    case 'read_only':
      return 'takes no files from Kulkul. Allow it to write there, or choose another folder.';
    case 'own_data':
      return "lies inside Kulkul's own data. Choose one outside of it.";
    case 'other_office':
      return 'is used by the schedule of another office. Make a new folder inside of it, then choose that one.';
    case 'other_copy':
      return 'is used by another copy of this office. Take it over only when that copy has stopped.';
    case 'restored':
      return 'may still be filled by the office this backup came from. Look first, then go on in the settings.';
    case 'vanished':
      return 'is away just now, or its mark is gone. Plug its disk in again, or save the settings again.';
    default:
      return "cannot be used. Choose another folder on Kulkul's computer.";
  }
}
