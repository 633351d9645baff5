from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


recipe_ingredient = Table(
    "recipe_ingredient",
    Base.metadata,
    Column("recipe_id", ForeignKey("recipe.id"), primary_key=True),
    Column("ingredient_id", ForeignKey("ingredient.id"), primary_key=True),
)


class Recipe(Base):
    __tablename__ = "recipe"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    ingredients: Mapped[list["Ingredient"]] = relationship(
        secondary=recipe_ingredient, back_populates="recipes"
    )


class Ingredient(Base):
    __tablename__ = "ingredient"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    recipes: Mapped[list[Recipe]] = relationship(
        secondary=recipe_ingredient, back_populates="ingredients"
    )


def names(things):
    return " ".join(thing.name for thing in things) or "-"


bread, cake = Recipe(name="bread"), Recipe(name="cake")
flour, sugar = Ingredient(name="flour"), Ingredient(name="sugar")
bread.ingredients.append(flour)
cake.ingredients += [flour, sugar]
print(names(bread.ingredients), "|", names(cake.ingredients), "|", names(flour.recipes))
flour.recipes.remove(bread)
print(names(bread.ingredients), "|", names(flour.recipes))
cake.ingredients.append(flour)
print(names(cake.ingredients), "|", names(flour.recipes))
cake.ingredients.remove(flour)
print(names(cake.ingredients), "|", names(flour.recipes))
sugar.recipes = [bread, cake]
print(names(bread.ingredients), "|", names(cake.ingredients))
del cake.ingredients
print(names(sugar.recipes), "|", names(flour.recipes))
