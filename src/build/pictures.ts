// Which content files are pictures; they are listed without text. Pure.

const PICTURE = /^content\/staff\/[^/]+\.(jpe?g|png|webp|avif|gif|svg|heic|tiff?|bmp)$/i;

/** True for a picture next to the staff files. */
export const isPicture = (path: string): boolean => PICTURE.test(path);
