import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';
import classes from './calm.module.css';

/** An address that leads nowhere. */
export function NoPlace() {
  const w = useWords();
  return (
    <div className={classes.calm}>
      <h1 className={classes.title}>{w.frame.noPlaceTitle}</h1>
      <p>{w.frame.noPlace}</p>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{w.frame.toHome}</Button>
    </div>
  );
}
