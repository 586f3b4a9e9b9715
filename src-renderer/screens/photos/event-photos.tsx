import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { AddPhotos } from './add-photos.tsx';
import classes from './event-photos.module.css';
import { PhotoDesk } from './photo-desk.tsx';

/** The photos of one event, in their order; dropped anywhere on its page they are added to it. */
export function EventPhotos({ eventId }: { readonly eventId: string }) {
  const { photos: words } = useWords();
  const may = useMay();
  const list = useQuery({ ...client.photos.list.queryOptions({ input: { eventId } }), enabled: may('photos.read') });
  if (!may('photos.read')) return null;
  const photos = list.data?.photos ?? [];
  const editable = may('photos.write');
  const without = photos.filter((photo) => photo.caption === '').length;
  return (
    <section aria-labelledby="event-photos" className={classes.photos}>
      <div className={classes.head}>
        <h2 id="event-photos" className={classes.title}>
          {words.ofEvent}
        </h2>
        {photos.length > 0 ? (
          <span className={classes.count}>
            {photos.length}
            {without > 0 ? ` · ${words.without(without)}` : ''}
          </span>
        ) : null}
        {editable && photos.length > 0 ? <AddPhotos eventId={eventId} /> : null}
      </div>
      <Problem error={list.error} />
      {list.data && photos.length === 0 ? (
        editable ? (
          <AddPhotos eventId={eventId} wide />
        ) : (
          <EmptyState small icon={IconPhoto} title={words.none}>
            {words.noneReadOnly}
          </EmptyState>
        )
      ) : null}
      {photos.length > 0 ? <PhotoDesk photos={photos} eventId={eventId} /> : null}
    </section>
  );
}
