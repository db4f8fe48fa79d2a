"""The pieces of HTML that pages of several kinds are made of."""

from generator.markup import Template

LINK = Template('<a href="{}">{}</a>')
FILE = Template('<a href="{}" download>{}</a>')
PART = Template('<section class="part" aria-labelledby="{id}"><h2 id="{id}">{title}</h2>{body}</section>')
LEAD = Template('<p class="page__summary">{}</p>')
FACTS = Template('<dl class="facts">{}</dl>')
FACT = Template("<div><dt>{}</dt><dd>{}</dd></div>")
ITEM = Template("<li>{}</li>")
MUTED = Template('<p class="muted">{}</p>')
FALLBACK = Template('<span class="fallback" lang="zh">{}</span>')
