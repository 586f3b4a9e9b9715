import { type DefaultError, type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A mutation that takes no second call while the first is under way. A button learns a moment after the press that it is busy, and
 * an old hand's double click comes within that moment; for what makes something new, that would be two of it.
 */
export function useAct<Data, Input = void>(options: UseMutationOptions<Data, DefaultError, Input>) {
  const mutation = useMutation(options);
  const underWay = useRef(false);
  const mutate = (input: Input) => {
    if (underWay.current) return;
    underWay.current = true;
    mutation.mutate(input, {
      onSettled: () => {
        underWay.current = false;
      },
    });
  };
  return { ...mutation, mutate };
}
