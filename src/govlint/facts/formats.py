"""The file formats that govlint knows: suffix, name in plain words, kind, media types."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, SHEET, SLIDES = "text document", "spreadsheet", "presentation"
DATA, PLACE, API, ARCHIVE = "data", "geography", "API description", "archive"
CALENDAR, CONTACT, FEED, BOOK = "calendar", "contact", "feed", "book"
SOUND, VIDEO, DRAWING, MAIL, DATABASE = "sound", "video", "drawing", "mail", "database"
PICTURE, CAPTIONS, FONT = "picture", "captions", "font"


@dataclass(frozen=True, slots=True)
class Format:
    """One file format; the first media type is the registered one."""

    suffix: str
    name: str
    kind: str
    media_types: tuple[str, ...] = ()


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_LINES = f"""
pdf | PDF | {TEXT} | application/pdf application/x-pdf
doc | Word 97 | {TEXT} | application/msword application/vnd.ms-word
dot | Word 97 template | {TEXT} | application/msword
docx | Word | {TEXT} | {_OFFICE}wordprocessingml.document
dotx | Word template | {TEXT} | {_OFFICE}wordprocessingml.template
docm | Word with macros | {TEXT} | application/vnd.ms-word.document.macroenabled.12
dotm | Word template with macros | {TEXT} | application/vnd.ms-word.template.macroenabled.12
odt | OpenDocument text | {TEXT} | {_ODF}text
ott | OpenDocument text template | {TEXT} | {_ODF}text-template
fodt | OpenDocument text | {TEXT} | {_ODF}text-flat-xml
rtf | RTF | {TEXT} | application/rtf text/rtf
txt | plain text | {TEXT} | text/plain
wpd | WordPerfect | {TEXT} | application/vnd.wordperfect
wps | Works | {TEXT} | application/vnd.ms-works
pages | Pages | {TEXT} | application/vnd.apple.pages
pub | Publisher | {TEXT} | application/x-mspublisher application/vnd.ms-publisher
xps | XPS | {TEXT} | application/vnd.ms-xpsdocument
xls | Excel 97 | {SHEET} | application/vnd.ms-excel application/msexcel application/x-msexcel
xlt | Excel 97 template | {SHEET} | application/vnd.ms-excel
xlsx | Excel | {SHEET} | {_OFFICE}spreadsheetml.sheet
xltx | Excel template | {SHEET} | {_OFFICE}spreadsheetml.template
xlsm | Excel with macros | {SHEET} | application/vnd.ms-excel.sheet.macroenabled.12
xltm | Excel template with macros | {SHEET} | application/vnd.ms-excel.template.macroenabled.12
xlsb | binary Excel | {SHEET} | application/vnd.ms-excel.sheet.binary.macroenabled.12
ods | OpenDocument spreadsheet | {SHEET} | {_ODF}spreadsheet
ots | OpenDocument spreadsheet template | {SHEET} | {_ODF}spreadsheet-template
fods | OpenDocument spreadsheet | {SHEET} | {_ODF}spreadsheet-flat-xml
numbers | Numbers | {SHEET} | application/vnd.apple.numbers
ppt | PowerPoint 97 | {SLIDES} | application/vnd.ms-powerpoint application/mspowerpoint
pps | PowerPoint 97 show | {SLIDES} | application/vnd.ms-powerpoint
pptx | PowerPoint | {SLIDES} | {_OFFICE}presentationml.presentation
ppsx | PowerPoint show | {SLIDES} | {_OFFICE}presentationml.slideshow
pptm | PowerPoint with macros | {SLIDES} | application/vnd.ms-powerpoint.presentation.macroenabled.12
odp | OpenDocument presentation | {SLIDES} | {_ODF}presentation
key | Keynote | {SLIDES} | application/vnd.apple.keynote
odg | OpenDocument drawing | {DRAWING} | {_ODF}graphics
vsd | Visio | {DRAWING} | application/vnd.visio
vsdx | Visio | {DRAWING} | application/vnd.ms-visio.drawing
dwg | AutoCAD | {DRAWING} | image/vnd.dwg application/acad
dxf | DXF | {DRAWING} | image/vnd.dxf
csv | CSV | {DATA} | text/csv application/csv
tsv | tab-separated values | {DATA} | text/tab-separated-values
tab | tab-separated values | {DATA} | text/tab-separated-values
json | JSON | {DATA} | application/json text/json
jsonld | JSON-LD | {DATA} | application/ld+json application/json
xml | XML | {DATA} | application/xml text/xml
rdf | RDF | {DATA} | application/rdf+xml application/xml text/xml
ttl | Turtle | {DATA} | text/turtle
yaml | YAML | {DATA} | application/yaml text/yaml application/x-yaml
yml | YAML | {DATA} | application/yaml text/yaml application/x-yaml
parquet | Parquet | {DATA} | application/vnd.apache.parquet
sav | SPSS | {DATA} | application/x-spss-sav
dta | Stata | {DATA} | application/x-stata-dta
sas7bdat | SAS | {DATA} |
xsd | XML schema | {API} | application/xml text/xml
wsdl | WSDL | {API} | application/wsdl+xml application/xml text/xml
mdb | Access | {DATABASE} | application/vnd.ms-access application/x-msaccess
accdb | Access | {DATABASE} | application/vnd.ms-access application/x-msaccess
sqlite | SQLite | {DATABASE} | application/vnd.sqlite3
dbf | dBase | {DATABASE} | application/vnd.dbf
geojson | GeoJSON | {PLACE} | application/geo+json application/json
kml | KML | {PLACE} | application/vnd.google-earth.kml+xml application/xml text/xml
kmz | zipped KML | {PLACE} | application/vnd.google-earth.kmz
gml | GML | {PLACE} | application/gml+xml application/xml text/xml
gpx | GPX | {PLACE} | application/gpx+xml application/xml text/xml
gpkg | GeoPackage | {PLACE} | application/geopackage+sqlite3
zip | zip | {ARCHIVE} | application/zip application/x-zip-compressed
7z | 7-Zip | {ARCHIVE} | application/x-7z-compressed
rar | RAR | {ARCHIVE} | application/vnd.rar application/x-rar-compressed
gz | gzip | {ARCHIVE} | application/gzip application/x-gzip
tgz | gzip | {ARCHIVE} | application/gzip application/x-gzip
tar | tar | {ARCHIVE} | application/x-tar
ics | iCalendar | {CALENDAR} | text/calendar
vcf | vCard | {CONTACT} | text/vcard text/x-vcard text/directory
atom | Atom | {FEED} | application/atom+xml application/xml text/xml
rss | RSS | {FEED} | application/rss+xml application/xml text/xml
epub | EPUB | {BOOK} | application/epub+zip
mobi | Mobipocket | {BOOK} | application/x-mobipocket-ebook
msg | Outlook message | {MAIL} | application/vnd.ms-outlook
eml | mail message | {MAIL} | message/rfc822
pst | Outlook mailbox | {MAIL} | application/vnd.ms-outlook
mpp | Microsoft Project | {DATA} | application/vnd.ms-project
mp3 | MP3 | {SOUND} | audio/mpeg
wav | WAV | {SOUND} | audio/wav audio/x-wav
ogg | Ogg | {SOUND} | audio/ogg application/ogg
wma | Windows Media | {SOUND} | audio/x-ms-wma
mp4 | MP4 | {VIDEO} | video/mp4
webm | WebM | {VIDEO} | video/webm
mov | QuickTime | {VIDEO} | video/quicktime
avi | AVI | {VIDEO} | video/x-msvideo
wmv | Windows Media | {VIDEO} | video/x-ms-wmv
flv | Flash video | {VIDEO} | video/x-flv
vtt | WebVTT | {CAPTIONS} | text/vtt
srt | SubRip | {CAPTIONS} | application/x-subrip
svg | SVG | {PICTURE} | image/svg+xml
png | PNG | {PICTURE} | image/png
jpg | JPEG | {PICTURE} | image/jpeg image/jpg image/pjpeg
jpeg | JPEG | {PICTURE} | image/jpeg image/jpg image/pjpeg
gif | GIF | {PICTURE} | image/gif
webp | WebP | {PICTURE} | image/webp
avif | AVIF | {PICTURE} | image/avif
tif | TIFF | {PICTURE} | image/tiff
tiff | TIFF | {PICTURE} | image/tiff
nt | N-Triples | {DATA} | application/n-triples text/plain
woff2 | WOFF2 | {FONT} | font/woff2 application/font-woff2
woff | WOFF | {FONT} | font/woff application/font-woff
"""


def _read(line: str) -> Format:
    suffix, name, kind, types = (part.strip() for part in line.split("|"))
    return Format(suffix, name, kind, tuple(types.split()))


FORMATS: dict[str, Format] = {f.suffix: f for f in map(_read, _LINES.strip().splitlines())}
_BY_MEDIA_TYPE: dict[str, Format] = {}
for _format in FORMATS.values():
    if _format.media_types:
        _BY_MEDIA_TYPE.setdefault(_format.media_types[0], _format)
# A format that only shares another's media type is never meant by it.
for _format in FORMATS.values():
    for _type in _format.media_types:
        _BY_MEDIA_TYPE.setdefault(_type, _format)


def name_of(suffix: str) -> str:
    """What people call a format, as “Excel 97”; the suffix in capitals where the format is not known."""
    return FORMATS[suffix].name if suffix in FORMATS else suffix.upper()


def of_media_type(media_type: str) -> str:
    """The suffix of the format that a media type names; empty where it names none that we know."""
    found = _BY_MEDIA_TYPE.get(media_type.lower())
    return found.suffix if found else ""
