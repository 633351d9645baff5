from sqlalchemy import relationship
