// Which content files are pictures: they stand in the list of files without text. Pure.

const PICTURE = /^content\/staff\/[^/]+\.(jpe?g|png|webp|avif|gif|svg|heic|tiff?|bmp)$/i;

/** Whether the file is a picture beside the staff files. */
export const isPicture = (path: string): boolean => PICTURE.test(path);
