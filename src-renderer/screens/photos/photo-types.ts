/** What the file dialog offers. The core tells pictures from their content, whatever they are called. */
export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp'];
