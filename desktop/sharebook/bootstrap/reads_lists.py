"""Which services of a desk are made with the catalogues, and anew when a row changes."""

READ_THE_LISTS = (  # what is made with the catalogues, by name
    "judging",
    "gathering",
    "answering",
    "recording",
    "retelling",
    "arranging",
    "map",
    "browsing",
    "reviewing",
    "retaining",
    "disposing",
    "importing_pupils",
    "importing_page",
    "publishing",
    "exporting",
    "explaining",
    "chasing",
    "asking",
    "incidents",
    "templating",
)
