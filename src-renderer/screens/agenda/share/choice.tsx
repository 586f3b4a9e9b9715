import { SegmentedControl, Text } from '@mantine/core';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly data: readonly { readonly value: T; readonly label: string }[];
}

/** A few words of which one holds, with what they are about above them. */
export function Choice<T extends string>({ label, value, onChange, data }: ChoiceProps<T>) {
  return (
    <div>
      {/* as the label of a field of this size, so that both stand on one line */}
      <Text component="div" size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        // as high as a field of this size beside it
        styles={{ root: { minHeight: 30, alignItems: 'stretch' } }}
        aria-label={label}
        value={value}
        onChange={(next) => onChange(next as T)}
        data={data.map((one) => ({ ...one }))}
      />
    </div>
  );
}
