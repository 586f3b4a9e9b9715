import { DateInput, type DateInputProps } from '@mantine/dates';
import 'dayjs/locale/id';
import { useLanguage, useWords } from '../words/words.tsx';

/** A day, typed or chosen: `20 November 2025` in the person's language whatever the browser's own is; its value is `2025-11-20`. */
export function DayInput(props: Omit<DateInputProps, 'locale' | 'valueFormat' | 'firstDayOfWeek'>) {
  const { earlier: previousMonth, later: nextMonth } = useWords().roster;
  return (
    <DateInput
      locale={useLanguage()}
      valueFormat="D MMMM YYYY"
      firstDayOfWeek={1}
      ariaLabels={{ previousMonth, nextMonth }}
      // years are typed
      maxLevel="month"
      // a portal stands outside of every landmark; fixed, no dialog cuts it off
      popoverProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
      {...props}
    />
  );
}
