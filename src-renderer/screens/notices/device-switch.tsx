import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../words/words.tsx';
import { deviceNotices, setDeviceNotices } from './device-notices.ts';

/** Whether news is shown by this device too; a browser asks its person when it is switched on. */
export function DeviceNotices() {
  const w = useWords();
  const [state, setState] = useState(deviceNotices);
  return (
    <>
      <Switch
        label={w.notices.deviceOn}
        checked={state === 'on'}
        disabled={state === 'none'}
        onChange={(event) => void setDeviceNotices(event.currentTarget.checked).then(setState)}
      />
      {state === 'denied' ? <Problem>{w.notices.deviceDenied}</Problem> : null}
      {state === 'none' ? <p>{w.notices.deviceNone}</p> : null}
    </>
  );
}
